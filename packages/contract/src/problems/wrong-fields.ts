// Which fields of an input are wrong, and why? A code, and after a colon its bound (`maxLength:8000`): the same whether the server refuses it or a form reads it first.
import type { z } from 'zod';

/** A wrong field by its path (`persons.0.birthDate`). */
export type WrongField = { readonly path: string; readonly reason: string };

/** What a schema finds wrong, field by field. */
export function wrongFields(error: z.ZodError): WrongField[] {
  return error.issues.flatMap(fieldOf);
}

function fieldOf(issue: z.core.$ZodIssue): WrongField[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, reason: 'unknownField' }));
  return [{ path, reason: reasonOf(issue) }];
}

/** What a bound counts: letters, entries, or the number itself. */
const counted = (origin: string, bound: 'min' | 'max'): string =>
  origin === 'string' ? `${bound}Length` : origin === 'array' || origin === 'set' ? `${bound}Items` : bound;

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : `not:${issue.expected}`;
    case 'too_small':
      return `${counted(issue.origin, 'min')}:${issue.minimum}`;
    case 'too_big':
      return `${counted(issue.origin, 'max')}:${issue.maximum}`;
    case 'invalid_format':
      return `format:${issue.format}`;
    case 'invalid_value':
      return 'notAllowed';
    case 'custom':
      return issue.message || 'invalid';
    default:
      return 'invalid';
  }
}
