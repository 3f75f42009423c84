// What can be wrong with what a person hands to the command, as codes with facts; problem-words.ts says each in both languages.

/** Everything that is the input's or the user's doing, not a bug. */
export type Problem =
  | { readonly code: 'usage'; readonly detail: string; readonly detailZh: string }
  | { readonly code: 'missing-option'; readonly option: string }
  | { readonly code: 'bad-option'; readonly option: string; readonly value: string; readonly allowed: string }
  | { readonly code: 'unknown-role'; readonly role: string; readonly column: string; readonly allowed: string }
  | { readonly code: 'unknown-column'; readonly column: string; readonly file: string; readonly columns: string }
  | { readonly code: 'no-file'; readonly file: string }
  | { readonly code: 'not-a-file'; readonly file: string }
  | { readonly code: 'no-permission'; readonly file: string }
  | { readonly code: 'empty-file'; readonly file: string }
  | { readonly code: 'no-rows'; readonly file: string }
  | { readonly code: 'unknown-format'; readonly file: string }
  | { readonly code: 'bad-parquet'; readonly file: string; readonly detail: string }
  | { readonly code: 'nested-column'; readonly file: string; readonly column: string; readonly type: string }
  | { readonly code: 'open-quote'; readonly file: string; readonly line: number }
  | { readonly code: 'bad-json'; readonly file: string; readonly line: number; readonly detail: string }
  | { readonly code: 'json-array'; readonly file: string }
  | { readonly code: 'bad-encoding'; readonly file: string; readonly encoding: string }
  | { readonly code: 'disk-full'; readonly folder: string }
  | { readonly code: 'out-exists'; readonly folder: string }
  | { readonly code: 'out-not-writable'; readonly folder: string }
  | { readonly code: 'not-a-run'; readonly folder: string; readonly missing: string }
  | { readonly code: 'bad-model'; readonly file: string; readonly detail: string }
  | { readonly code: 'bad-labels'; readonly file: string; readonly line: number; readonly detail: string }
  | { readonly code: 'unknown-record'; readonly id: string; readonly where: string }
  | { readonly code: 'no-truth'; readonly file: string; readonly column: string }
  | { readonly code: 'no-engine'; readonly command: string; readonly detail: string }
  | { readonly code: 'out-of-memory'; readonly detail: string };

/** Thrown for a problem of the input; everything else that is thrown is a bug. */
export class LinkageProblem extends Error {
  override readonly name = 'LinkageProblem';
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(problem.code, { cause });
    this.problem = problem;
  }
}
