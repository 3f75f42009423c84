// What is acted upon? The few facts about a thing that access depends on; stores and tests build them from rows.

import type { AccountId, CountyId, DistrictId, UnitId } from '../lang/ids.ts';
import type { Instant } from '../time/instant.ts';
import type { DataClass } from './data-class.ts';

/** Kinds of things. */
export type ResourceKind =
  | 'report'
  | 'reporter'
  | 'person'
  | 'family'
  | 'case'
  | 'referral'
  | 'measure'
  | 'account'
  | 'unit'
  | 'route'
  | 'audit'
  | 'breakglass'
  | 'draft'
  | 'file'
  | 'calendar';

/** A share of a thing with an account or a unit of another agency: only named classes, for a time. */
export type Share = {
  readonly unit?: UnitId;
  readonly account?: AccountId;
  readonly classes: readonly DataClass[];
  readonly from: Instant;
  readonly until: Instant | null;
};

/** A thing, as far as access is concerned. Empty lists mean that the reach does not exist for it. */
export type Resource = {
  readonly kind: ResourceKind;
  readonly id?: string;
  readonly county: CountyId | null;
  readonly districts?: readonly DistrictId[];
  /** Units that hold it: receiving or responsible unit, and collaborating units. */
  readonly units?: readonly UnitId[];
  /** Accounts that work on it: lead and collaborators. */
  readonly workers?: readonly AccountId[];
  readonly owner?: AccountId | null;
  readonly shares?: readonly Share[];
  /** Who made the proposal that is now to be decided (review, approval): that account may not decide it. */
  readonly proposedBy?: AccountId | null;
  /** Accounts known to be relatives of the family: they may not screen, review or work on it. */
  readonly relatives?: readonly AccountId[];
};
