// The shape of a role: acts, purposes, classes of data, and how a rule may narrow a grant's reach.

import type { Label } from '../lang/label.ts';
import type { Action } from './actions.ts';
import type { ReachKind } from './actor.ts';
import type { DataClass } from './data-class.ts';
import type { Purpose } from './purposes.ts';
import type { RoleId } from './role-ids.ts';

/** One line of a role: these acts, for these purposes, seeing these classes, within the grant's reach narrowed by `within`. */
export type RoleRule = {
  readonly actions: readonly Action[];
  readonly purposes: readonly Purpose[];
  readonly classes: readonly DataClass[];
  readonly within?: Extract<ReachKind, 'assigned' | 'shared' | 'own'>;
};

/** A role as data. `reach` lists the reaches with which it may be granted. */
export type Role = {
  readonly id: RoleId;
  readonly label: Label;
  readonly kind: 'person' | 'system';
  readonly reach: readonly ReachKind[];
  readonly rules: readonly RoleRule[];
};
