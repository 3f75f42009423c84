// What may a county change? A list of changes from this closed set. It may tighten, add and rename; there is no change that loosens a limit,
// drops a requirement, a clock, a national code or a national measure (house law 2).

import type { Field } from '../forms/field.ts';
import type { Label } from '../lang/label.ts';
import type { Limit } from '../time/deadline.ts';
import type { ClockRule } from './clock-rule.ts';
import type { Code } from './code-list.ts';
import type { codeLists, Requirement } from './program.ts';

/** The code lists of a programme to which a county may add. */
export type OpenList = (typeof codeLists)[number];

/** One change. */
export type Change =
  | { readonly kind: 'tightenClock'; readonly clock: string; readonly limit: Limit; readonly why: Label }
  | { readonly kind: 'addClock'; readonly clock: ClockRule }
  | { readonly kind: 'addCode'; readonly list: OpenList; readonly code: Code }
  | { readonly kind: 'addRequirement'; readonly action: string; readonly requirement: Requirement }
  | { readonly kind: 'addField'; readonly form: string; readonly section: string; readonly field: Field }
  | { readonly kind: 'requireField'; readonly form: string; readonly field: string }
  | { readonly kind: 'renameStage'; readonly stage: string; readonly label: Label }
  | { readonly kind: 'raiseVisits'; readonly level: string; readonly visitsPerMonth: number }
  | { readonly kind: 'addMeasure'; readonly measure: string };

/** A county's changes to one programme. */
export type Overlay = {
  readonly county: string;
  readonly version: string;
  readonly programme: string;
  readonly changes: readonly Change[];
};
