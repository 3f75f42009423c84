// What is an instrument? Items with answers and points, bands, flags and triggers; its status says whether it is the official one or our stand-in.

import type { Label } from '../lang/label.ts';
import type { LegalBasis } from '../programs/code-list.ts';
import type { Condition } from '../rules/condition.ts';

/** An answer an item offers and the points it gives. `notApplicable` answers give no points and count as answered. */
export type ItemOption = { readonly code: string; readonly label: Label; readonly points: number; readonly notApplicable?: boolean };

/** An item. `one`: one option; `many`: several options, worth the points of the highest; `number`: a whole number from min to max that is its own points. */
export type Item = {
  readonly id: string;
  readonly label: Label;
  readonly help?: Label;
  readonly kind: 'one' | 'many' | 'number';
  readonly options: readonly ItemOption[];
  readonly min?: number;
  readonly max?: number;
  readonly part: string;
  /** Whether its points count in the score. */
  readonly counts: boolean;
  readonly required: boolean;
};

/** A band of the result; the first whose condition holds is the band. */
export type ResultBand = { readonly id: string; readonly label: Label; readonly when: Condition; readonly weight: number };

/** Something the result says beside the band: shown apart, never folded into the score. */
export type ResultFlag = { readonly id: string; readonly label: Label; readonly when: Condition };

/** What the result demands. `risk` is the code of the case's risk list to set. */
export type Trigger = {
  readonly id: string;
  readonly label: Label;
  readonly when: Condition;
  /** The flag that it sets on the case. */
  readonly risk?: string;
  /** The case is at least of this band then. */
  readonly raises?: 'high';
  /** The flag goes again by itself when nobody's latest result asks for it; otherwise a person takes it off. */
  readonly clears?: true;
};

/** Why an instrument was not done. `applies: false`: it does not concern this person at all, so nothing is owed; otherwise it is still to be done. */
export type NotDoneReason = { readonly code: string; readonly label: Label; readonly applies?: false };

/** An instrument. Conditions read `score`, `part.<id>`, `points.<item>`, `answer.<item>`. */
export type Instrument = {
  readonly id: string;
  readonly version: string;
  readonly validFrom: string;
  readonly label: Label;
  readonly basis: LegalBasis;
  /** `official`: items and cut-offs verified; `standIn`: designed by us, said so on the screen. */
  readonly status: 'official' | 'standIn';
  readonly rater: Label;
  readonly parts: readonly { readonly id: string; readonly label: Label }[];
  readonly items: readonly Item[];
  /** What an unanswered item means: no result until answered, or no points. */
  readonly missing: 'incomplete' | 'zero';
  readonly bands: readonly ResultBand[];
  readonly flags: readonly ResultFlag[];
  readonly triggers: readonly Trigger[];
  /** What is missing where every item is answered and no band fits; nothing is recorded then. */
  readonly noBand?: Label;
  /** Bands to which a rater may override, always with a reason. */
  readonly overrideTo: readonly string[];
  /** Reasons for which the instrument may be left out. */
  readonly notDone: readonly NotDoneReason[];
};
