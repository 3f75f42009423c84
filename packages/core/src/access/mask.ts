// Which parts of a body may leave? Every field has a class; fields of a class outside the decision's mask are removed, not blanked:
// what the law does not let somebody see does not exist for them.

import { fieldClasses } from './data-class.ts';
import type { Decision } from './decide.ts';

/** The class of a field name; names we do not list are `basic`. */
function classOf(field: string) {
  return Object.hasOwn(fieldClasses, field) ? (fieldClasses[field] ?? 'basic') : 'basic';
}

/**
 * The body as the decision lets it be seen; nested objects and arrays included. A refused decision gives null.
 * @param body plain JSON (records, arrays, text, numbers, booleans, null).
 */
export function mask<T>(decision: Decision, body: T): T | null {
  if (!decision.allow) return null;
  const visible = new Set(decision.mask);
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([field]) => visible.has(classOf(field)))
        .map(([field, inner]) => [field, walk(inner)]),
    );
  };
  return walk(body) as T;
}
