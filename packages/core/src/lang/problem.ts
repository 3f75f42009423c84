// Which problems can the domain report? One union, discriminated by `code`, gathered from one file per context.
// The contract gives each code its HTTP status and its sentences; adding a code here makes that table incomplete, which does not compile.

import type { AccessProblem } from './problems/access.ts';
import type { CaseProblem } from './problems/cases.ts';
import type { IdentityProblem } from './problems/identity.ts';
import type { IntakeProblem } from './problems/intake.ts';
import type { PackProblem } from './problems/packs.ts';
import type { PeopleProblem } from './problems/people.ts';
import type { RequestProblem } from './problems/request.ts';
import type { StoreProblem } from './problems/store.ts';
import type { TimeProblem } from './problems/time.ts';

export type * from './problems/access.ts';
export type * from './problems/cases.ts';
export type * from './problems/identity.ts';
export type * from './problems/intake.ts';
export type * from './problems/packs.ts';
export type * from './problems/people.ts';
export type * from './problems/request.ts';
export type * from './problems/store.ts';
export type * from './problems/time.ts';

/** Every problem that may be shown to a person. */
export type Problem =
  | AccessProblem
  | CaseProblem
  | IdentityProblem
  | IntakeProblem
  | PackProblem
  | PeopleProblem
  | RequestProblem
  | StoreProblem
  | TimeProblem;

/** Every code of a problem. */
export type ProblemCode = Problem['code'];
/** The problem with one code. */
export type ProblemOf<C extends ProblemCode> = Extract<Problem, { code: C }>;
