// Which roles exist and what does each allow? Data only: `decide` reads it, the policy compiler reads it, the "why can I see this?" page prints it.
// Roles follow domain 09 §9.1. A rule may narrow a grant's reach (`within`), never widen it.

import type { Role } from './role.ts';
import type { RoleId } from './role-ids.ts';
import { peopleRoles } from './roles-people.ts';
import { systemRoles } from './roles-system.ts';

/** All roles by id. */
export const roles: Readonly<Record<RoleId, Role>> = { ...peopleRoles, ...systemRoles };
