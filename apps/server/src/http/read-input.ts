// The input of a route from path, query and body, parsed by its own schema; what is wrong is said by field.
import type { WalkedRoute } from '@anwang/contract/route';
import type { Result } from '@anwang/core/lang';
import { fail, ok } from '@anwang/core/lang';
import type { z } from 'zod';
import { readQuery } from './query.ts';

export type RawInput = { readonly params: Record<string, string>; readonly search: string; readonly body: unknown };

/** Parsed input, or `invalidInput` with the path of each wrong field. */
export function readInput(route: WalkedRoute, raw: RawInput): Result<unknown> {
  const inAddress = route.method === 'GET' || route.meta.body === 'stream';
  const given = inAddress ? readQuery(raw.search) : (raw.body ?? {});
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return fail({ code: 'invalidInput', fields: [{ path: '', reason: 'notAnObject' }] });
  const parsed = route.input.safeParse({ ...given, ...raw.params });
  return parsed.success ? ok(parsed.data) : fail({ code: 'invalidInput', fields: parsed.error.issues.slice(0, 50).flatMap(fieldOf) });
}

function fieldOf(issue: z.core.$ZodIssue): { path: string; reason: string }[] {
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
