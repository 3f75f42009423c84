// To whom is a notice sent? To one account, or to a post: whoever holds a role at a unit or in a county now. A post is a text that a grant has too, so that
// reading one's notices compares sets (`supervisor:unit:<id>`, `director:county:<id>`).

import type { RoleId } from '../access/role-ids.ts';

export type Address =
  | { readonly account: string }
  | { readonly role: RoleId; readonly unit: string }
  | { readonly role: RoleId; readonly county: string };

/** The post of an address, or null where it is one account. */
export function postOf(address: Address): string | null {
  if ('account' in address) return null;
  return 'unit' in address ? `${address.role}:unit:${address.unit}` : `${address.role}:county:${address.county}`;
}

/** Who holds a case or a dispatch, as far as addressing asks. */
export type Holders = { readonly lead: string | null; readonly unit: string | null; readonly county: string };

const inCounty: readonly RoleId[] = [
  'deskOfficer',
  'deskReviewer',
  'arbiter',
  'director',
  'auditor',
  'countyAdmin',
  'dataSteward',
  'hotlineOperator',
];

/** Where a role is found around a thing: the lead's own account, the unit's post, or the county's. A case without lead or unit goes one step up. */
export function addressOf(role: RoleId, holders: Holders): Address {
  if (inCounty.includes(role)) return { role, county: holders.county };
  if (role !== 'supervisor' && holders.lead !== null) return { account: holders.lead };
  return holders.unit === null ? { role: 'director', county: holders.county } : { role: 'supervisor', unit: holders.unit };
}
