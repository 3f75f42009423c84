// When will a condition that fails now come to hold by the mere passing of time? Only comparisons with daysSince and hoursSince can answer.

import { addHours, type Instant } from '../time/instant.ts';
import { addDays, type PlainDate } from '../time/plain-date.ts';
import { dateIn, startOfDay } from '../time/zone.ts';
import type { Comparison, Condition, Facts } from './condition.ts';
import { evaluate, type RuleContext } from './evaluate.ts';

function comparisonOpens(comparison: Comparison, facts: Facts, context: RuleContext): Instant | null {
  const { left, op, right } = comparison;
  if (!('fn' in left) || !('value' in right) || typeof right.value !== 'number' || (op !== 'gte' && op !== 'gt')) return null;
  if (left.fn !== 'daysSince' && left.fn !== 'hoursSince') return null;
  const fact = facts[left.of];
  if (typeof fact !== 'string') return null;
  if (left.fn === 'hoursSince') return addHours(fact as Instant, op === 'gte' ? right.value : right.value + 1 / 3_600_000);
  const date = fact.length === 10 ? (fact as PlainDate) : dateIn(context.zone, fact as Instant);
  return startOfDay(context.zone, addDays(date, op === 'gte' ? right.value : right.value + 1));
}

/** The first instant after now at which the condition holds if nothing but time changes; null if time alone does not help (or it holds already). */
export function opensAt(condition: Condition, facts: Facts, context: RuleContext): Instant | null {
  if (evaluate(condition, facts, context) === true) return null;
  if ('all' in condition) {
    const failing = condition.all.filter((part) => evaluate(part, facts, context) !== true).map((part) => opensAt(part, facts, context));
    // All must open: the last one counts, and one that time cannot open keeps the whole closed.
    return failing.includes(null)
      ? null
      : (failing
          .filter((at) => at !== null)
          .sort()
          .at(-1) ?? null);
  }
  if ('any' in condition) {
    const times = condition.any.map((part) => opensAt(part, facts, context)).filter((at) => at !== null);
    return times.sort()[0] ?? null;
  }
  return 'op' in condition ? comparisonOpens(condition, facts, context) : null;
}
