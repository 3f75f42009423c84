// Why did an update by version touch nothing? Either the row is out of reach (then it is not there), or somebody else was first: both sides are shown.

import { fail, type Problem, type Result } from '@anwang/core/lang';

type Versioned = { readonly version: number };

/** The problem of an update that changed no row; `theirs` is the row as it stands now, undefined when it cannot be seen. */
export function lostUpdate(kind: string, id: string, based: number, theirs: Versioned | undefined, yours: unknown): Result<never, Problem> {
  if (!theirs) return fail({ code: 'notFound', kind, id });
  return fail({ code: 'versionConflict', kind, id, based, current: theirs.version, theirs, yours });
}
