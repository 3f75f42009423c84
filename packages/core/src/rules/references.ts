// Which facts does a condition ask for? Used to check packs, to build the SQL of a measure and to say what is still to be asked.

import type { Condition, Operand } from './condition.ts';

function ofOperand(operand: Operand): string[] {
  if ('ref' in operand) return [operand.ref];
  if ('value' in operand) return [];
  if (operand.fn === 'hoursBetween' || operand.fn === 'daysBetween' || operand.fn === 'monthsBetween') return [operand.from, operand.to];
  return operand.fn === 'age' ? [operand.of, operand.at] : [operand.of];
}

function collect(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(collect);
  if ('any' in condition) return condition.any.flatMap(collect);
  if ('not' in condition) return collect(condition.not);
  if ('known' in condition) return [condition.known];
  return [...ofOperand(condition.left), ...ofOperand(condition.right)];
}

/** The names of all facts a condition asks for, each once, in the order of reading. */
export function references(condition: Condition): string[] {
  return [...new Set(collect(condition))];
}
