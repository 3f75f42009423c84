// Does a condition hold? True, false or unknown: what nobody has asked is neither yes nor no, and a rule must say what it does with that.

import type { Instant } from '../time/instant.ts';
import { hoursBetween, msOf } from '../time/instant.ts';
import { ageOn, daysBetween, type PlainDate, partsOf } from '../time/plain-date.ts';
import { dateIn, type LegalZone } from '../time/zone.ts';
import type { Comparison, Condition, Fact, Facts, Operand } from './condition.ts';

/** A truth value; `unknown` when facts are missing that would decide it. */
export type Truth = true | false | 'unknown';

/** The moment and zone in which a condition is read. */
export type RuleContext = { readonly now: Instant; readonly zone: LegalZone };

/** Completed months from one date to another (the calendar's months, the day of the month decides). */
export function monthsBetween(from: PlainDate, to: PlainDate): number {
  const [a, b] = [partsOf(from), partsOf(to)];
  const months = (b.year - a.year) * 12 + (b.month - a.month);
  return b.day >= a.day ? months : months - 1;
}

/** The date of a fact that holds an instant or a plain date; null if it holds neither. */
function dateOf(fact: Fact, zone: LegalZone): PlainDate | null {
  if (typeof fact !== 'string') return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(fact)) return fact as PlainDate;
  return Number.isNaN(Date.parse(fact)) ? null : dateIn(zone, fact as Instant);
}

function instantOf(fact: Fact): Instant | null {
  return typeof fact === 'string' && fact.length > 10 && !Number.isNaN(msOf(fact as Instant)) ? (fact as Instant) : null;
}

/** The value of an operand; null = unknown. Spans are whole days or months, hours are fractional. */
export function operandValue(operand: Operand, facts: Facts, context: RuleContext): Fact | readonly (string | number | boolean)[] {
  const fact = (name: string): Fact => facts[name] ?? null;
  if ('ref' in operand) return fact(operand.ref);
  if ('value' in operand) return operand.value;
  switch (operand.fn) {
    case 'count': {
      const list = fact(operand.of);
      return Array.isArray(list) ? list.length : null;
    }
    case 'daysSince': {
      const from = dateOf(fact(operand.of), context.zone);
      return from === null ? null : daysBetween(from, dateIn(context.zone, context.now));
    }
    case 'hoursSince': {
      const from = instantOf(fact(operand.of));
      return from === null ? null : hoursBetween(from, context.now);
    }
    case 'hoursBetween': {
      const [from, to] = [instantOf(fact(operand.from)), instantOf(fact(operand.to))];
      return from === null || to === null ? null : hoursBetween(from, to);
    }
    case 'daysBetween':
    case 'monthsBetween': {
      const [from, to] = [dateOf(fact(operand.from), context.zone), dateOf(fact(operand.to), context.zone)];
      if (from === null || to === null) return null;
      return operand.fn === 'daysBetween' ? daysBetween(from, to) : monthsBetween(from, to);
    }
    case 'age': {
      const [born, at] = [dateOf(fact(operand.of), context.zone), dateOf(fact(operand.at), context.zone)];
      return born === null || at === null ? null : ageOn(born, at);
    }
  }
}

function compare(comparison: Comparison, facts: Facts, context: RuleContext): Truth {
  const left = operandValue(comparison.left, facts, context);
  const right = operandValue(comparison.right, facts, context);
  if (left === null || right === null) return 'unknown';
  const { op } = comparison;
  if (op === 'in') return Array.isArray(right) ? right.includes(left) : false;
  if (op === 'has') {
    if (!Array.isArray(left)) return false;
    const wanted = Array.isArray(right) ? right : [right];
    return wanted.some((value) => left.includes(value));
  }
  if (op === 'eq') return left === right;
  if (op === 'ne') return left !== right;
  // Order is defined between two numbers or two texts (ISO dates and instants); anything else is a broken rule, which `check` reports.
  if (typeof left !== typeof right || (typeof left !== 'number' && typeof left !== 'string')) return false;
  if (op === 'lt') return left < right;
  if (op === 'lte') return left <= right;
  if (op === 'gt') return left > right;
  return left >= right;
}

/** Reads a condition over facts. Kleene's three values: `all` is false if one is false, else unknown if one is unknown; `any` the other way round. */
export function evaluate(condition: Condition, facts: Facts, context: RuleContext): Truth {
  if ('all' in condition) {
    const truths = condition.all.map((part) => evaluate(part, facts, context));
    if (truths.includes(false)) return false;
    return truths.includes('unknown') ? 'unknown' : true;
  }
  if ('any' in condition) {
    const truths = condition.any.map((part) => evaluate(part, facts, context));
    if (truths.includes(true)) return true;
    return truths.includes('unknown') ? 'unknown' : false;
  }
  if ('not' in condition) {
    const truth = evaluate(condition.not, facts, context);
    return truth === 'unknown' ? 'unknown' : !truth;
  }
  if ('known' in condition) return (facts[condition.known] ?? null) !== null;
  return compare(condition, facts, context);
}

/** Whether a condition certainly holds; unknown counts as no. */
export function holds(condition: Condition, facts: Facts, context: RuleContext): boolean {
  return evaluate(condition, facts, context) === true;
}
