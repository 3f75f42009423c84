// Problems of keeping: files, backups, keys, erased subjects, a server that is not ready.
export type StoreProblem =
  | { code: 'fileRejected'; reason: 'typeMismatch' | 'typeForbidden' | 'tooLarge' | 'incomplete' | 'infected' }
  | { code: 'erased'; kind: string }
  | { code: 'breakGlassClosed' }
  | { code: 'unavailable'; retryAfterSeconds: number }
  | { code: 'unexpected'; incident: string };
