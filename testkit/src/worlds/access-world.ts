// A small random world for testing access: counties, units, accounts with grants of every kind and term, persons, reports, cases, work and shares.
// Plain data drawn by fast-check, so that a failure shrinks to the few rows that matter.

import { type Purpose, purposes, type ReachKind, type RoleId, roles } from '@anwang/core/access';
import { shareParts } from '@anwang/core/cases';
import fc from 'fast-check';

/** When something holds, seen from now. */
export type Term = 'past' | 'now' | 'open' | 'future';

type WorldGrant = { readonly role: RoleId; readonly kind: Exclude<ReachKind, 'one'>; readonly place: number; readonly term: Term };
type WorldAccount = {
  readonly county: number;
  readonly unit: number | null;
  readonly active: boolean;
  readonly grants: readonly WorldGrant[];
};
type WorldCase = {
  readonly district: number;
  readonly unit: number;
  readonly side: 'victim' | 'offender' | 'family' | 'neutral';
  readonly members: readonly { readonly person: number; readonly term: Term }[];
  readonly work: readonly { readonly account: number; readonly role: 'lead' | 'collaborator' | 'supervisor'; readonly term: Term }[];
  readonly shares: readonly {
    readonly toUnit: boolean;
    readonly to: number;
    readonly parts: readonly string[];
    readonly term: Exclude<Term, 'open'>;
    readonly ended: boolean;
  }[];
  /** Its transfers to other counties; `report` is what waits, or waited, at the desk there. */
  readonly transfers: readonly {
    readonly to: number | null;
    readonly status: 'proposed' | 'sentBack' | 'sent' | 'returned' | 'withdrawn' | 'accepted';
    readonly report: number | null;
  }[];
  /** Its moves to other units: who is asked reaches nothing of the case by them. */
  readonly moves: readonly { readonly to: number; readonly status: 'proposed' | 'sent' | 'returned' | 'withdrawn' | 'accepted' }[];
};
type WorldReport = {
  readonly district: number;
  readonly createdBy: number | null;
  readonly dispatches: readonly {
    readonly unit: number;
    readonly status: 'sent' | 'accepted' | 'disputed' | 'upheld' | 'redirected' | 'withdrawn';
    /** The case that it became, which may have moved to another unit since. */
    readonly case: number | null;
  }[];
  readonly cases: readonly number[];
  readonly persons: readonly number[];
};
type WorldPerson = {
  readonly district: number;
  readonly reach: readonly { readonly unit: number; readonly term: Exclude<Term, 'future'> }[];
};
type WorldGlass = {
  readonly account: number;
  readonly kind: 'case' | 'report' | 'person';
  readonly target: number;
  readonly term: 'past' | 'now';
};

export type AccessWorld = {
  readonly accounts: readonly WorldAccount[];
  readonly persons: readonly WorldPerson[];
  readonly cases: readonly WorldCase[];
  readonly reports: readonly WorldReport[];
  readonly glass: readonly WorldGlass[];
};

/** Two counties with two districts and two units each. */
export const places = { counties: 2, districts: 4, units: 4 } as const;
/** The county of a district or unit. */
export const countyOf = (index: number): number => Math.floor(index / 2);

const sizes = { accounts: 6, persons: 5, cases: 5, reports: 4 } as const;
const index = (count: number) => fc.nat(count - 1);
const term = fc.constantFrom<Term>('past', 'now', 'open', 'future');
const personRoles = Object.values(roles).flatMap((role) => (role.kind === 'person' && role.id !== 'breakGlass' ? [role.id] : []));
const kinds = ['national', 'county', 'district', 'unit', 'assigned', 'shared', 'own', 'none'] as const;

const grant: fc.Arbitrary<WorldGrant> = fc.record({
  role: fc.constantFrom(...personRoles),
  // Usual reaches often, unusual ones sometimes: the compiler must not depend on who is usually given what.
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('county', 'unit', 'assigned', 'shared') },
    { weight: 1, arbitrary: fc.constantFrom(...kinds) },
  ) as fc.Arbitrary<WorldGrant['kind']>,
  place: index(places.units),
  term: fc.oneof({ weight: 3, arbitrary: fc.constantFrom<Term>('now', 'open') }, { weight: 1, arbitrary: term }),
});

export const accessWorld: fc.Arbitrary<AccessWorld> = fc.record({
  accounts: fc.array(
    fc.record({
      county: index(places.counties),
      unit: fc.option(index(places.units)),
      active: fc.nat(7).map((value) => value > 0),
      grants: fc.array(grant, { minLength: 1, maxLength: 2 }),
    }),
    { minLength: sizes.accounts, maxLength: sizes.accounts },
  ),
  persons: fc.array(
    fc.record({
      district: index(places.districts),
      reach: fc.uniqueArray(fc.record({ unit: index(places.units), term: fc.constantFrom('past', 'now', 'open') }), {
        maxLength: 2,
        selector: (one) => one.unit,
      }),
    }),
    { minLength: sizes.persons, maxLength: sizes.persons },
  ),
  cases: fc.array(
    fc.record({
      district: index(places.districts),
      unit: index(places.units),
      side: fc.constantFrom('victim', 'offender', 'family', 'neutral'),
      members: fc.uniqueArray(fc.record({ person: index(sizes.persons), term }), { maxLength: 3, selector: (one) => one.person }),
      work: fc.uniqueArray(
        fc.record({ account: index(sizes.accounts), role: fc.constantFrom('lead', 'collaborator', 'supervisor'), term }),
        {
          maxLength: 3,
          selector: (one) => (one.role === 'lead' ? 'lead' : `${one.account}`),
        },
      ),
      shares: fc.array(
        fc.record({
          toUnit: fc.boolean(),
          to: index(places.units),
          parts: fc.uniqueArray(fc.constantFrom(...Object.keys(shareParts), 'referral:1'), { maxLength: 3 }),
          term: fc.constantFrom('past', 'now', 'future'),
          ended: fc.boolean(),
        }),
        { maxLength: 2 },
      ),
      transfers: fc.array(
        fc.record({
          to: fc.option(index(places.counties)),
          status: fc.constantFrom('proposed', 'sentBack', 'sent', 'returned', 'withdrawn', 'accepted'),
          report: fc.option(index(sizes.reports)),
        }),
        { maxLength: 2 },
      ),
      moves: fc.array(
        fc.record({ to: index(places.units), status: fc.constantFrom('proposed', 'sent', 'returned', 'withdrawn', 'accepted') }),
        { maxLength: 2 },
      ),
    }),
    { minLength: sizes.cases, maxLength: sizes.cases },
  ),
  reports: fc.array(
    fc.record({
      district: index(places.districts),
      createdBy: fc.option(index(sizes.accounts)),
      dispatches: fc.array(
        fc.record({
          unit: index(places.units),
          status: fc.constantFrom('sent', 'accepted', 'disputed', 'upheld', 'redirected', 'withdrawn'),
          case: fc.option(index(sizes.cases)),
        }),
        { maxLength: 2 },
      ),
      cases: fc.uniqueArray(index(sizes.cases), { maxLength: 2 }),
      persons: fc.uniqueArray(index(sizes.persons), { maxLength: 2 }),
    }),
    { minLength: sizes.reports, maxLength: sizes.reports },
  ),
  glass: fc.array(
    fc.record({
      account: index(sizes.accounts),
      kind: fc.constantFrom('case', 'report', 'person'),
      target: index(4),
      term: fc.constantFrom('past', 'now'),
    }),
    { maxLength: 2 },
  ),
});

/** Purposes worth drawing: those of people. */
export const peoplePurposes: readonly Purpose[] = purposes.filter((purpose) => purpose !== 'system' && purpose !== 'public');
