// Which roles exist and what does each allow? Data only: `decide` reads it, the policy compiler reads it, the "why can I see this?" page prints it.
// Roles follow domain 09 §9.1. A rule may narrow a grant's reach (`within`), never widen it.

import type { Label } from '../lang/label.ts';
import type { Action } from './actions.ts';
import type { ReachKind } from './actor.ts';
import type { DataClass } from './data-class.ts';
import type { Purpose } from './purposes.ts';
import { peopleRoles } from './roles-people.ts';
import { systemRoles } from './roles-system.ts';

/** Every role. The last seven are actors that are not people. */
export const roleIds = [
  'hotlineOperator',
  'deskOfficer',
  'deskReviewer',
  'arbiter',
  'supervisor',
  'leadWorker',
  'collaborator',
  'partner',
  'kpiAnalyst',
  'auditor',
  'countyAdmin',
  'sysAdmin',
  'dataSteward',
  'director',
  'breakGlass',
  'publicReporter',
  'matcher',
  'sealer',
  'clock',
  'statistics',
  'seeder',
] as const;

/** A role. */
export type RoleId = (typeof roleIds)[number];

/** One line of a role: these acts, for these purposes, seeing these classes, within the grant's reach narrowed by `within`. */
export type RoleRule = {
  readonly actions: readonly Action[];
  readonly purposes: readonly Purpose[];
  readonly classes: readonly DataClass[];
  readonly within?: Extract<ReachKind, 'assigned' | 'shared' | 'own' | 'unit'>;
};

/** A role as data. `reach` lists the reaches with which it may be granted. */
export type Role = {
  readonly id: RoleId;
  readonly label: Label;
  readonly kind: 'person' | 'system';
  readonly reach: readonly ReachKind[];
  readonly rules: readonly RoleRule[];
};

/** All roles by id. */
export const roles: Readonly<Record<RoleId, Role>> = { ...peopleRoles, ...systemRoles };
