// Does a reach cover a thing? The one place where the meaning of each kind of reach is written down; policies are compiled from the same kinds.

import type { Instant } from '../time/instant.ts';
import type { Actor, Grant, Reach } from './actor.ts';
import type { Resource, Share } from './resource.ts';

/** Whether a grant holds at `now`: from `from` (included) to `until` (excluded). */
export function holdsAt(grant: { from: Instant; until: Instant | null }, now: Instant): boolean {
  return grant.from <= now && (grant.until === null || now < grant.until);
}

/** The shares of a thing that hold for an actor at `now`. */
export function sharesFor(actor: Actor, resource: Resource, now: Instant): Share[] {
  return (resource.shares ?? []).filter(
    (share) =>
      holdsAt(share, now) &&
      ((share.account !== undefined && share.account === actor.id) ||
        (share.unit !== undefined && actor.unit !== null && share.unit === actor.unit)),
  );
}

/** Whether `reach`, held by `actor`, covers `resource` at `now`. */
export function reaches(actor: Actor, reach: Reach, resource: Resource, now: Instant): boolean {
  switch (reach.kind) {
    case 'national':
      return true;
    case 'county': {
      const county = reach.id ?? actor.county;
      return county !== null && resource.county === county;
    }
    case 'district':
      return reach.id !== undefined && (resource.districts ?? []).includes(reach.id);
    case 'unit': {
      const unit = reach.id ?? actor.unit;
      return unit !== null && (resource.units ?? []).includes(unit);
    }
    case 'assigned':
      return (resource.workers ?? []).includes(actor.id);
    case 'shared':
      return sharesFor(actor, resource, now).length > 0;
    case 'own':
      return resource.owner !== undefined && resource.owner !== null && resource.owner === actor.id;
    case 'one':
      return reach.id !== undefined && resource.id === reach.id;
    case 'none':
      return false;
  }
}

/** The grants of `actor` that hold at `now`. */
export function activeGrants(actor: Actor, now: Instant): Grant[] {
  return actor.grants.filter((grant) => holdsAt(grant, now));
}
