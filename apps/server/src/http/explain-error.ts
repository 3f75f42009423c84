// An exception becomes a problem: what the database or the parser refused is the caller's error or a wait; the rest is a bug with an incident number.
import type { Problem } from '@anwang/core/lang';
import { SignInEndedError } from '@anwang/store/session';
import { Refused } from './call.ts';

/** A property of something that was thrown; undefined where there is none. */
export const partOf = (error: unknown, name: 'code' | 'statusCode' | 'table'): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;

/** The problem of an exception; null when it is a bug (to be logged and answered with `unexpected`). */
export function explainError(error: unknown): Problem | null {
  if (error instanceof Refused) return error.problem;
  if (error instanceof SignInEndedError) return { code: 'notSignedIn' };
  const code = partOf(error, 'code');
  if (typeof code !== 'string') return null;
  if (code.startsWith('FST_ERR_CTP_')) return bodyProblem(code);
  if (code === 'FST_ERR_BAD_URL' || partOf(error, 'statusCode') === 414) return { code: 'notFound', kind: 'address', id: null };
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT'].includes(code)) return { code: 'unavailable', retryAfterSeconds: 2 };
  return databaseProblem(code);
}

function bodyProblem(code: string): Problem {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { code: 'bodyTooLarge', limit: 1_048_576 };
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return { code: 'mediaUnsupported', found: 'other' };
  return { code: 'bodyUnreadable', reason: 'notJson' };
}

/** Classes of SQLSTATE: 08 connection, 57 shutdown or cancelled, 53 resources, 40 try again, 22 values, 23 constraints, 42501 rights, AW ours. */
function databaseProblem(code: string): Problem | null {
  if (!/^[0-9A-Z]{5}$/.test(code)) return null;
  if (/^(08|53|57|40)/.test(code)) return { code: 'unavailable', retryAfterSeconds: 1 };
  if (code === 'AW001') return { code: 'demoAndReal' };
  if (code === '42501') return { code: 'accessDenied', action: 'row', reason: 'outOfReach' };
  if (code === '23503') return { code: 'notFound', kind: 'reference', id: null };
  if (code.startsWith('22') || code === '23514' || code === '23502')
    return { code: 'invalidInput', fields: [{ path: '', reason: `database:${code}` }] };
  return null;
}
