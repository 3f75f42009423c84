// Is a condition well-formed over the facts it may ask for? Reports what the types of TypeScript cannot hold once a pack is JSON.

import type { Comparison, Condition, Operand } from './condition.ts';
import { operators } from './operators.ts';

/** The kind of a fact, as its dictionary states it. */
export type FactKind = 'text' | 'code' | 'number' | 'boolean' | 'date' | 'instant' | 'codes';
/** What a dictionary says about the facts a condition may ask for. */
export type FactKinds = Readonly<Record<string, FactKind>>;
/** Something wrong in a condition: where and what. */
export type RuleFault = { readonly path: string; readonly reason: string };

type OperandKind = FactKind | 'codesValue' | null;

function kindOf(operand: Operand, kinds: FactKinds, path: string, faults: RuleFault[]): OperandKind {
  const need = (name: string, allowed: readonly FactKind[]): void => {
    const kind = kinds[name];
    if (kind === undefined) faults.push({ path, reason: `unknown fact ${name}` });
    else if (!allowed.includes(kind)) faults.push({ path, reason: `${name} is ${kind}, expected ${allowed.join(' or ')}` });
  };
  if ('ref' in operand) {
    const kind = kinds[operand.ref];
    if (kind === undefined) faults.push({ path, reason: `unknown fact ${operand.ref}` });
    return kind ?? null;
  }
  if ('value' in operand) {
    if (Array.isArray(operand.value)) return 'codesValue';
    return typeof operand.value === 'number' ? 'number' : typeof operand.value === 'boolean' ? 'boolean' : 'text';
  }
  if (operand.fn === 'count') need(operand.of, ['codes']);
  else if (operand.fn === 'daysSince') need(operand.of, ['date', 'instant']);
  else if (operand.fn === 'hoursSince') need(operand.of, ['instant']);
  else if (operand.fn === 'age') {
    need(operand.of, ['date']);
    need(operand.at, ['date', 'instant']);
  } else {
    need(operand.from, operand.fn === 'hoursBetween' ? ['instant'] : ['date', 'instant']);
    need(operand.to, operand.fn === 'hoursBetween' ? ['instant'] : ['date', 'instant']);
  }
  return 'number';
}

const textual: readonly OperandKind[] = ['text', 'code', 'date', 'instant'];

function checkComparison(comparison: Comparison, kinds: FactKinds, path: string): RuleFault[] {
  const faults: RuleFault[] = [];
  const operator = Object.hasOwn(operators, comparison.op) ? operators[comparison.op] : undefined;
  if (operator === undefined) return [{ path, reason: `unknown operator ${comparison.op}` }];
  const left = kindOf(comparison.left, kinds, `${path}.left`, faults);
  const right = kindOf(comparison.right, kinds, `${path}.right`, faults);
  if (left === null || right === null) return faults;
  const alike = left === right || (textual.includes(left) && textual.includes(right));
  if ((operator.sides === 'scalar' || operator.sides === 'order') && !alike)
    faults.push({ path, reason: `${left} compared with ${right}` });
  if (operator.sides === 'order' && (left === 'boolean' || left === 'codes')) faults.push({ path, reason: `${left} has no order` });
  if (operator.sides === 'memberOf' && right !== 'codesValue') faults.push({ path, reason: 'the right side of "in" is a list of values' });
  if (operator.sides === 'listHas' && left !== 'codes') faults.push({ path, reason: 'the left side of "has" is a list of codes' });
  return faults;
}

/** Everything wrong with a condition; an empty list means it is sound. */
export function checkCondition(condition: Condition, kinds: FactKinds, path = ''): RuleFault[] {
  if ('all' in condition) return condition.all.flatMap((part, index) => checkCondition(part, kinds, `${path}.all[${index}]`));
  if ('any' in condition) return condition.any.flatMap((part, index) => checkCondition(part, kinds, `${path}.any[${index}]`));
  if ('not' in condition) return checkCondition(condition.not, kinds, `${path}.not`);
  if ('known' in condition) return kinds[condition.known] === undefined ? [{ path, reason: `unknown fact ${condition.known}` }] : [];
  return checkComparison(condition, kinds, path);
}
