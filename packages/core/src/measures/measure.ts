// What is an indicator? Which rows count, which of them fulfil it, to which month a row belongs, and which way is better. Never a stored percentage.

import type { Label } from '../lang/label.ts';
import type { LegalBasis } from '../programs/code-list.ts';
import type { Condition } from '../rules/condition.ts';
import type { UniverseId } from './universe.ts';

/** A target of a Gregorian year. `lt` = must stay below (a tie fails). */
export type Target = { readonly year: number; readonly op: 'gte' | 'lte' | 'lt'; readonly value: number };

/** An indicator. Values are percentages of the denominator. */
export type Measure = {
  readonly id: string;
  readonly version: string;
  readonly label: Label;
  readonly numeratorLabel: Label;
  readonly denominatorLabel: Label;
  readonly basis: LegalBasis;
  /** Id in the plan's list of indicators, where it has one. */
  readonly planId: string | null;
  readonly universe: UniverseId;
  /** Column (an instant) by which a row belongs to a month. */
  readonly at: string;
  readonly denominator: Condition;
  /** Read over rows of the denominator only. */
  readonly numerator: Condition;
  readonly unit: 'percent';
  readonly better: 'up' | 'down';
  readonly targets: readonly Target[];
  /** Months after `at` until a row's outcome is settled; younger months are shown as not yet complete. */
  readonly settlesAfterMonths: number;
};
