import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../time/instant.ts';
import { actions } from './actions.ts';
import type { Actor, Grant, ReachKind } from './actor.ts';
import { dataClasses, fieldClasses } from './data-class.ts';
import { decide } from './decide.ts';
import { contactVisible, holdsBothSides } from './law-eight.ts';
import { mask } from './mask.ts';
import { purposes } from './purposes.ts';
import type { Resource } from './resource.ts';
import { roleIds } from './role-ids.ts';
import { roles } from './roles.ts';

const moments = ['2026-01-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'] as Instant[];
const now = moments[1] as Instant;
const few = (...values: string[]) => fc.constantFrom(...values);
const id = few('a', 'b');
const reachKinds: readonly ReachKind[] = ['national', 'county', 'district', 'unit', 'assigned', 'shared', 'own', 'one', 'none'];
const grant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...roleIds),
  reach: fc.record({ kind: fc.constantFrom(...reachKinds), id }),
  from: fc.constantFrom(...moments),
  until: fc.option(fc.constantFrom(...moments), { nil: null }),
});
const actor: fc.Arbitrary<Actor> = fc.record({
  id,
  county: fc.option(id, { nil: null }),
  unit: fc.option(id, { nil: null }),
  name: fc.constant('x'),
  grants: fc.array(grant, { maxLength: 4 }),
});
const share = fc.record({
  unit: id,
  classes: fc.subarray([...dataClasses]),
  from: fc.constantFrom(...moments),
  until: fc.option(fc.constantFrom(...moments), { nil: null }),
});
const resource: fc.Arbitrary<Resource> = fc.record({
  kind: fc.constantFrom('case' as const, 'report' as const, 'person' as const),
  id,
  county: id,
  districts: fc.subarray(['a', 'b']),
  units: fc.subarray(['a', 'b']),
  workers: fc.subarray(['a', 'b']),
  owner: fc.option(id, { nil: null }),
  shares: fc.array(share, { maxLength: 2 }),
  proposedBy: fc.option(id, { nil: null }),
  relatives: fc.subarray(['a', 'b'], { maxLength: 1 }),
});
const action = fc.constantFrom(...actions);
const purpose = fc.constantFrom(...purposes);

/** A second reading: every grant and rule crossed out one condition at a time. */
function oracle(one: Actor, act: string, why: string, thing: Resource): boolean {
  const covers = (kind: ReachKind, anchor: string | null): boolean => {
    const shared = (thing.shares ?? []).some(
      (s) => s.unit === one.unit && one.unit !== null && s.from <= now && (s.until === null || s.until > now),
    );
    const table: Record<ReachKind, boolean> = {
      national: true,
      county: thing.county === anchor,
      district: (thing.districts ?? []).some((d) => d === anchor),
      unit: (thing.units ?? []).some((u) => u === anchor),
      assigned: (thing.workers ?? []).some((w) => w === one.id),
      shared,
      own: thing.owner === one.id,
      one: thing.id === anchor,
      none: false,
    };
    return table[kind];
  };
  const barred = [
    'report.screen',
    'report.review',
    'report.dispatch',
    'report.arbitrate',
    'case.accept',
    'case.approve',
    'case.record',
    'case.assess',
    'case.plan',
    'case.refer',
    'case.close',
    'case.reopen',
    'case.share',
  ];
  if (barred.includes(act) && (thing.relatives ?? []).includes(one.id)) return false;
  if (['report.review', 'case.approve', 'report.arbitrate'].includes(act) && thing.proposedBy === one.id) return false;
  for (const held of one.grants) {
    if (held.from > now || (held.until !== null && held.until <= now)) continue;
    for (const rule of roles[held.role].rules) {
      if (!(rule.actions as readonly string[]).includes(act) || !(rule.purposes as readonly string[]).includes(why)) continue;
      if (!covers(held.reach.kind, held.reach.id ?? null)) continue;
      if (rule.within !== undefined && !covers(rule.within, null)) continue;
      return true;
    }
  }
  return false;
}

describe('decide', () => {
  it('is read alike by two readers', () => {
    fc.assert(
      fc.property(actor, action, purpose, resource, (one, act, why, thing) => {
        expect(decide(one, act, why, thing, now).allow).toBe(oracle(one, act, why, thing));
      }),
      { numRuns: 4000 },
    );
  });
  it('never takes away by adding a grant, nor shows less', () => {
    fc.assert(
      fc.property(actor, grant, action, purpose, resource, (one, more, act, why, thing) => {
        const before = decide(one, act, why, thing, now);
        const after = decide({ ...one, grants: [...one.grants, more] }, act, why, thing, now);
        if (before.allow) expect(after.allow).toBe(true);
        for (const name of before.mask) expect(after.mask).toContain(name);
      }),
      { numRuns: 1000 },
    );
  });
  it('forgets grants that do not hold now, and says why', () => {
    fc.assert(
      fc.property(actor, action, purpose, resource, (one, act, why, thing) => {
        const active = { ...one, grants: one.grants.filter((held) => held.from <= now && (held.until === null || now < held.until)) };
        expect(decide(active, act, why, thing, now).allow).toBe(decide(one, act, why, thing, now).allow);
        expect(decide(one, act, why, thing, now).reason === 'granted').toBe(decide(one, act, why, thing, now).allow);
      }),
    );
  });
  it('gives every refused decision an empty mask, and a mask shows no field of another class', () => {
    const body = {
      id: '1',
      number: 'n',
      name: '陳',
      phone: '09',
      nationalId: 'A',
      narrative: 'x',
      answers: { a: 1 },
      list: [{ address: 'y', evidence: 'z', count: 3 }],
    };
    fc.assert(
      fc.property(actor, action, purpose, resource, (one, act, why, thing) => {
        const decision = decide(one, act, why, thing, now);
        const seen = mask(decision, body);
        if (!decision.allow) {
          expect([decision.mask, seen]).toEqual([[], null]);
          return;
        }
        const text = JSON.stringify(seen);
        for (const [field, name] of Object.entries(fieldClasses))
          if (!decision.mask.includes(name)) expect(text).not.toContain(`"${field}"`);
        expect(text).toContain('"id"');
      }),
      { numRuns: 500 },
    );
  });
});

describe('roles', () => {
  it('reach no further than they may, and no system role is a person’s', () => {
    for (const role of Object.values(roles)) {
      expect(role.reach.length).toBeGreaterThan(0);
      if (role.kind === 'system') expect(role.rules.some((rule) => rule.actions.includes('account.self'))).toBe(false);
      expect(role.label.en).toBeDefined();
    }
  });
  it('leave the reporter’s identity to the desk, and matches away from reporters and partners', () => {
    const may = (act: string) =>
      Object.values(roles)
        .filter((role) => role.rules.some((rule) => (rule.actions as string[]).includes(act)))
        .map((role) => role.id);
    expect(may('reporter.open').sort()).toEqual(['deskOfficer', 'deskReviewer']);
    for (const id of ['partner', 'hotlineOperator', 'publicReporter', 'leadWorker', 'supervisor', 'kpiAnalyst'] as const)
      expect(roles[id].rules.some((rule) => rule.classes.includes('match') && !rule.actions.includes('draft.own'))).toBe(false);
    expect(may('case.read')).not.toContain('sysAdmin');
    expect(may('person.read')).not.toContain('countyAdmin');
    expect(may('audit.read')).toEqual(['auditor', 'sealer']);
  });
});

describe('house law 8', () => {
  const contact = { person: 'v', hidden: true, hiddenFrom: ['o'] };
  it('lets a hidden contact exist only on the victim’s side, in a view without the other', () => {
    expect(contactVisible(contact, { persons: ['v'], victimSide: ['v'], offenderSide: [] })).toBe(true);
    expect(contactVisible(contact, { persons: ['v', 'o'], victimSide: ['v'], offenderSide: [] })).toBe(false);
    expect(contactVisible(contact, { persons: ['v'], victimSide: ['v'], offenderSide: ['o'] })).toBe(false);
    expect(contactVisible(contact, { persons: ['v'], victimSide: [], offenderSide: [] })).toBe(false);
    expect(contactVisible({ ...contact, hidden: false }, { persons: ['v', 'o'], victimSide: [], offenderSide: ['o'] })).toBe(true);
  });
  it('never shows more when the view grows', () => {
    fc.assert(
      fc.property(
        fc.subarray(['v', 'o', 'x']),
        fc.subarray(['v', 'o', 'x']),
        fc.subarray(['o', 'x']),
        (persons, victimSide, offenderSide) => {
          const view = { persons, victimSide, offenderSide };
          if (!contactVisible(contact, view)) return;
          expect(persons.includes('o') || offenderSide.includes('o')).toBe(false);
        },
      ),
    );
  });
  it('refuses one worker on both sides', () => {
    const apart = [{ victim: 'v', from: 'o' }];
    expect(holdsBothSides([{ victims: ['v'], offenders: ['o'] }], { victims: [], offenders: ['o'] }, apart)).toBe(true);
    expect(holdsBothSides([{ victims: [], offenders: ['o'] }], { victims: ['v'], offenders: ['o'] }, apart)).toBe(true);
    expect(holdsBothSides([{ victims: ['o'], offenders: [] }], { victims: ['v'], offenders: [] }, apart)).toBe(true);
    expect(holdsBothSides([{ victims: ['v'], offenders: ['o'] }], { victims: ['v'], offenders: ['o'] }, apart)).toBe(false);
  });
});
