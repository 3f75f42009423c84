// Problems of a request as such: its shape, its repetition, its size.
export type RequestProblem =
  | { code: 'invalidInput'; fields: readonly { path: string; reason: string }[] }
  | { code: 'notFound'; kind: string; id: string | null }
  | { code: 'methodNotAllowed'; method: string }
  | { code: 'bodyUnreadable'; reason: string }
  | { code: 'bodyTooLarge'; limit: number }
  | { code: 'mediaUnsupported'; found: string }
  | { code: 'tooManyRequests'; retryAfterSeconds: number }
  | { code: 'idempotencyKeyNeeded' }
  | { code: 'idempotencyMismatch' }
  | { code: 'versionConflict'; kind: string; id: string; based: number; current: number; theirs: unknown; yours: unknown };
