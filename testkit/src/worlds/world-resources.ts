// The oracle's view of a random world: actors and things as core/access wants them, built from the drawn data and not from the database.

import type { Actor, Grant, Resource, Share } from '@anwang/core/access';
import { classesOfParts } from '@anwang/core/cases';
import { addHours, type Instant } from '@anwang/core/time';
import { type AccessWorld, countyOf, type Term } from './access-world.ts';
import { worldIds as ids } from './world-ids.ts';

const day = 24;
const from = (term: Term, now: Instant): Instant => addHours(now, term === 'future' ? day : -2 * day);
const until = (term: Term, now: Instant): Instant | null =>
  term === 'open' ? null : addHours(now, term === 'past' ? -day : term === 'now' ? day : 2 * day);
const holds = (term: Term): boolean => term === 'now' || term === 'open';

/** The actor of an account; a closed account holds nothing. Break-glass is a grant like any other. */
export function actorOf(world: AccessWorld, index: number, now: Instant): Actor {
  const account = world.accounts[index];
  if (!account) throw new Error('no such account in the world');
  const grants: Grant[] = account.grants.map((grant) => {
    const id =
      grant.kind === 'county'
        ? ids.county(countyOf(grant.place))
        : grant.kind === 'district'
          ? ids.district(grant.place)
          : grant.kind === 'unit'
            ? ids.unit(grant.place)
            : undefined;
    return {
      role: grant.role,
      reach: id === undefined ? { kind: grant.kind } : { kind: grant.kind, id },
      from: from(grant.term, now),
      until: until(grant.term, now),
    };
  });
  for (const glass of world.glass)
    if (glass.account === index && glass.term === 'now') {
      const id =
        glass.kind === 'case' ? ids.case(glass.target) : glass.kind === 'report' ? ids.report(glass.target) : ids.person(glass.target);
      grants.push({
        role: 'breakGlass',
        reach: { kind: 'one', id: `${glass.kind} ${id}` },
        from: addHours(now, -1),
        until: addHours(now, 1),
      });
    }
  return {
    id: ids.account(index),
    county: ids.county(account.county),
    unit: account.unit === null ? null : ids.unit(account.unit),
    name: 'n',
    grants: account.active ? grants : [],
  };
}

function sharesOf(world: AccessWorld, index: number, now: Instant, keep: (part: string) => boolean = () => true): Share[] {
  return (world.cases[index]?.shares ?? [])
    .filter((share) => !share.ended)
    .map((share) => ({
      ...(share.toUnit ? { unit: ids.unit(share.to) } : { account: ids.account(share.to) }),
      classes: classesOfParts(share.parts.filter(keep)),
      from: from(share.term, now),
      until: until(share.term, now),
    }));
}

function workersOf(world: AccessWorld, index: number): string[] {
  return (world.cases[index]?.work ?? [])
    .filter((work) => work.role !== 'supervisor' && holds(work.term))
    .map((work) => ids.account(work.account));
}

/** A case of the world. `keep`: only these parts of its shares are looked at. */
export function caseThing(world: AccessWorld, index: number, now: Instant, keep?: (part: string) => boolean): Resource {
  const one = world.cases[index];
  if (!one) throw new Error('no such case in the world');
  return {
    kind: 'case',
    id: `case ${ids.case(index)}`,
    county: ids.county(countyOf(one.unit)),
    districts: [ids.district(one.district)],
    units: [ids.unit(one.unit)],
    workers: workersOf(world, index),
    shares: sharesOf(world, index, now, keep),
  };
}

export function reportThing(world: AccessWorld, index: number): Resource {
  const one = world.reports[index];
  if (!one) throw new Error('no such report in the world');
  return {
    kind: 'report',
    id: `report ${ids.report(index)}`,
    county: ids.county(countyOf(one.district)),
    districts: [ids.district(one.district)],
    units: one.dispatches
      .filter((dispatch) => dispatch.status !== 'redirected' && dispatch.status !== 'withdrawn')
      .map((dispatch) => ids.unit(world.cases[dispatch.case ?? -1]?.unit ?? dispatch.unit)),
    workers: one.cases.flatMap((index) => workersOf(world, index)),
    owner: one.createdBy === null ? null : ids.account(one.createdBy),
  };
}

export function personThing(world: AccessWorld, index: number, now: Instant): Resource {
  const one = world.persons[index];
  if (!one) throw new Error('no such person in the world');
  const cases = world.cases.flatMap((case_, at) =>
    case_.members.some((member) => member.person === index && member.term !== 'past') ? [at] : [],
  );
  return {
    kind: 'person',
    id: `person ${ids.person(index)}`,
    county: ids.county(countyOf(one.district)),
    districts: [ids.district(one.district)],
    units: one.reach.filter((reach) => reach.term !== 'past').map((reach) => ids.unit(reach.unit)),
    workers: cases.flatMap((at) => workersOf(world, at)),
    shares: cases.flatMap((at) => sharesOf(world, at, now)),
  };
}
