// Who acts? An account (or a named system actor) with its county, unit and grants.

import type { AccountId, CountyId, UnitId } from '../lang/ids.ts';
import type { Instant } from '../time/instant.ts';
import type { Action } from './actions.ts';
import type { RoleId } from './role-ids.ts';

/**
 * How far a grant reaches.
 * `national` everything · `county` rows of county `id` · `district` rows of district `id` · `unit` rows held by unit `id` ·
 * `assigned` rows where the actor is a worker · `shared` rows shared with the actor or the actor's unit · `own` rows the actor made ·
 * `one` the single row `id` (break-glass) · `none` nothing that holds people.
 * `id` defaults to the actor's own county or unit.
 */
export type ReachKind = 'national' | 'county' | 'district' | 'unit' | 'assigned' | 'shared' | 'own' | 'one' | 'none';

/** A reach with its anchor. */
export type Reach = { readonly kind: ReachKind; readonly id?: string };

/** A role held within a reach for a time. `actions`, where given, narrow the role; they never widen it. */
export type Grant = {
  readonly role: RoleId;
  readonly actions?: readonly Action[];
  readonly reach: Reach;
  readonly from: Instant;
  /** First moment at which the grant no longer holds; null = open-ended. */
  readonly until: Instant | null;
};

/** Somebody who acts. System actors have their name as id and belong to no unit. */
export type Actor = {
  readonly id: AccountId;
  readonly county: CountyId | null;
  readonly unit: UnitId | null;
  readonly name: string;
  readonly grants: readonly Grant[];
};
