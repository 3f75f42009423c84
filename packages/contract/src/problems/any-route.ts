// Problems that any route can answer with, whatever its handler does; routes list only their own.
import type { ProblemCode } from '@anwang/core/lang';

export const commonProblems = [
  'invalidInput',
  'bodyUnreadable',
  'bodyTooLarge',
  'mediaUnsupported',
  'methodNotAllowed',
  'tooManyRequests',
  'unavailable',
  'unexpected',
] as const satisfies readonly ProblemCode[];

/** Beside those, every route that needs an account. */
export const accountProblems = ['notSignedIn', 'accountClosed', 'accessDenied', 'purposeNeeded'] as const satisfies readonly ProblemCode[];

/** Beside those, every write that takes a key. */
export const keyedProblems = ['idempotencyKeyNeeded', 'idempotencyMismatch'] as const satisfies readonly ProblemCode[];
