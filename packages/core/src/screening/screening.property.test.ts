import { deskFor, groundList, programmes } from '@anwang/packs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '../lang/result.ts';
import { type Instant, msOf } from '../time/instant.ts';
import { officeCalendar } from '../time/office-days.ts';
import { taipei } from '../time/zone.ts';
import { bands, type RiskBand } from './desk.ts';
import { deskDue } from './desk-clocks.ts';
import { applyDeskOverlay, checkDesk } from './desk-overlay.ts';
import type { ReportFacts } from './report-facts.ts';
import { reviewerBarred, reviewNeed } from './review.ts';
import { proposeRoute, type RouteRow, rankUnits, type UnitLoad } from './routing.ts';
import { triage } from './triage.ts';

const now = '2026-11-22T04:00:00.000Z' as Instant;
const context = { now, zone: taipei };
const desk = deskFor('63000');
const blank: ReportFacts = {
  grounds: [],
  needs: [],
  immediateDanger: null,
  childrenInHome: null,
  youngestAge: null,
  oldestAge: null,
  subjectNamed: true,
  priorReports: 0,
  openProgrammes: [],
  tipvdaScore: null,
  tipvdaLethalItems: null,
  flags: [],
  channel: 'ecare',
  reporterKind: 'education',
  otherCounty: false,
};
const codes = groundList.map((ground) => ground.code);
const report: fc.Arbitrary<ReportFacts> = fc.record({
  grounds: fc.subarray(codes, { maxLength: 4 }),
  needs: fc.subarray(['VF1', 'VF2', 'VF3', 'VF4', 'VF5', 'VF6']),
  immediateDanger: fc.option(fc.boolean(), { nil: null }),
  childrenInHome: fc.option(fc.boolean(), { nil: null }),
  youngestAge: fc.option(fc.nat(90), { nil: null }),
  oldestAge: fc.option(fc.nat(90), { nil: null }),
  subjectNamed: fc.boolean(),
  priorReports: fc.nat(6),
  openProgrammes: fc.constant([]),
  tipvdaScore: fc.option(fc.nat(15), { nil: null }),
  tipvdaLethalItems: fc.option(fc.nat(4), { nil: null }),
  flags: fc.constant([]),
  channel: fc.constant('ecare'),
  reporterKind: fc.constant('police'),
  otherCounty: fc.option(fc.boolean(), { nil: null }),
});
const worse = (a: RiskBand, b: RiskBand) => bands.indexOf(a) <= bands.indexOf(b);

describe('triage', () => {
  it.each([
    [{ grounds: ['family-adversity'] }, 'low', 'accept', ['vulnerable-family']],
    [{ needs: ['VF1', 'VF4'] }, 'medium', 'accept', ['vulnerable-family']],
    [{ grounds: ['child-injury'] }, 'high', 'accept', ['child-protection']],
    [{ grounds: ['child-left-alone'] }, 'extreme', 'accept', ['child-protection']],
    [{ grounds: ['ipv-physical'] }, 'medium', 'accept', ['intimate-partner-violence']],
    [{ grounds: ['ipv-strangled'] }, 'high', 'accept', ['intimate-partner-violence']],
    [{ grounds: ['ipv-mental'], tipvdaScore: 8 }, 'high', 'accept', ['intimate-partner-violence']],
    [{ grounds: ['ipv-physical'], childrenInHome: true }, 'high', 'accept', ['intimate-partner-violence', 'child-protection']],
    [{ grounds: ['ipv-physical'], immediateDanger: true }, 'extreme', 'accept', ['intimate-partner-violence']],
    [{}, 'low', 'informationOnly', []],
  ] as const)('%o: %s, %s', (facts, band, outcome, lines) => {
    const found = triage(desk, { ...blank, ...facts }, context);
    expect([found.band, found.outcome, found.lines.map((line) => line.programme)]).toEqual([band, outcome, lines]);
  });
  it('says that no other rule applies only where none does', () => {
    const codesOf = (facts: Partial<ReportFacts>) => triage(desk, { ...blank, ...facts }, context).rules.map((rule) => rule.id);
    expect(codesOf({})).toEqual(['nothing-found']);
    fc.assert(
      fc.property(report, (facts) => {
        const found = codesOf(facts);
        expect(found.includes('nothing-found')).toBe(found.length === 1 && found[0] === 'nothing-found');
      }),
    );
  });
  it('never lowers the band, nor turns a report away, because more is known to be wrong', () => {
    fc.assert(
      fc.property(report, fc.constantFrom(...codes), (facts, more) => {
        const [before, after] = [triage(desk, facts, context), triage(desk, { ...facts, grounds: [...facts.grounds, more] }, context)];
        expect(worse(after.band, before.band)).toBe(true);
        expect(after.outcome).toBe('accept');
        expect(after.lines.length).toBeGreaterThan(0);
      }),
    );
  });
  it('names a rule and a basis for whatever it proposes, in both languages, and each programme once', () => {
    fc.assert(
      fc.property(report, (facts) => {
        const found = triage(desk, facts, context);
        expect(found.rules.length).toBeGreaterThan(0);
        for (const line of found.lines) expect(found.rules.some((rule) => rule.id === line.rule)).toBe(true);
        expect(new Set(found.lines.map((line) => line.programme)).size).toBe(found.lines.length);
        for (const rule of found.rules) {
          expect(rule.basis).not.toBe('');
          expect(rule.because.zh.length).toBe(rule.because.en.length);
        }
      }),
    );
  });
  it('says what is still to be asked', () => {
    expect(triage(desk, { ...blank, grounds: ['ipv-physical'] }, context).open).toEqual(
      expect.arrayContaining(['immediateDanger', 'childrenInHome', 'tipvdaScore']),
    );
    const ofChild = triage(desk, { ...blank, grounds: ['child-neglect'] }, context).open;
    expect(ofChild).toContain('immediateDanger');
    expect(ofChild.filter((fact) => fact.startsWith('tipvda'))).toEqual([]);
  });
  it('a county may raise and not lower', () => {
    const mountain = deskFor('10008');
    fc.assert(
      fc.property(report, (facts) => {
        expect(worse(triage(mountain, facts, context).band, triage(desk, facts, context).band)).toBe(true);
      }),
    );
    const looser = applyDeskOverlay(desk, {
      county: '1',
      version: '1',
      changes: [{ kind: 'tightenLimit', limit: 'triage-high', to: { amount: 5, kind: 'hours' } }],
    });
    expect(looser).toMatchObject({ ok: false, problem: { code: 'overlayLoosens' } });
    const [rule] = desk.triage;
    if (rule === undefined) throw new Error('no rule');
    expect(
      applyDeskOverlay(desk, { county: '1', version: '1', changes: [{ kind: 'addTriageRule', rule: { ...rule, id: 'x', final: true } }] }),
    ).toMatchObject({ ok: false });
    expect(
      checkDesk(
        { ...desk, triage: desk.triage.slice(0, -1) },
        programmes.map((programme) => programme.id),
      ),
    ).toContain('the last triage rule must always hold');
  });
});

describe('second review', () => {
  const proposal = {
    outcome: 'accept',
    band: 'low',
    programmes: ['vulnerable-family'],
    grades: [],
    differs: false,
    otherCounty: false,
    priorReports: 0,
  } as const;
  it('is always asked for not accepting, for information only and for not dispatching', () => {
    expect(reviewNeed(desk, { ...proposal, outcome: 'notAccepted' }, context)).toMatchObject({
      required: true,
      rule: { code: 'not-accepted' },
    });
    expect(reviewNeed(desk, { ...proposal, outcome: 'informationOnly' }, context)).toMatchObject({
      required: true,
      rule: { code: 'information-only' },
    });
    expect(reviewNeed({ ...desk, review: [] }, { ...proposal, programmes: [] }, context)).toMatchObject({
      required: true,
      rule: { code: 'no-dispatch' },
    });
  });
  it('is asked by rule otherwise, and when the rule cannot be decided', () => {
    expect(reviewNeed(desk, proposal, context).required).toBe(false);
    expect(reviewNeed(desk, { ...proposal, grades: ['L1'] }, context).rule.code).toBe('child-L1');
    expect(reviewNeed(desk, { ...proposal, differs: true }, context).rule.code).toBe('differs');
    expect(reviewNeed(desk, { ...proposal, otherCounty: null }, context).rule.code).toBe('cross-county');
    expect(reviewNeed(deskFor('64000'), { ...proposal, band: 'high' }, context).rule.code).toBe('kh-high');
  });
  it('is not done by the proposer nor by a relative', () => {
    expect([reviewerBarred('a', 'a', []), reviewerBarred('b', 'a', ['b']), reviewerBarred('c', 'a', ['b'])]).toEqual([
      'ownProposal',
      'relative',
      null,
    ]);
  });
});

describe('the desk’s clocks', () => {
  it('run in wall time from receipt, the worse band the sooner, never after the 24 hours', () => {
    const hours = (band: RiskBand, county = '63000') =>
      (msOf(deskDue(deskFor(county), now, band, { calendar: officeCalendar, zone: taipei }).triageDue) - msOf(now)) / 3_600_000;
    expect(bands.map((band) => hours(band))).toEqual([1, 4, 12, 24]);
    expect(hours('medium', '10008')).toBe(8);
    for (const band of bands) {
      const due = deskDue(desk, now, band, { calendar: officeCalendar, zone: taipei });
      expect(due.nextDue <= due.deskDue && due.nextDue <= due.triageDue).toBe(true);
    }
  });
});

describe('routing', () => {
  const unit = fc.record({
    unit: fc.constantFrom('u1', 'u2', 'u3', 'u4'),
    name: fc.constant({ zh: '單位' }),
    openCases: fc.nat(20),
    capacity: fc.option(fc.integer({ min: 1, max: 15 }), { nil: null }),
    active: fc.boolean(),
  });
  const units: fc.Arbitrary<UnitLoad[]> = fc.uniqueArray(unit, { selector: (one) => one.unit });
  const route: fc.Arbitrary<RouteRow> = fc.record({
    id: fc.uuid(),
    programme: fc.constantFrom('p', 'q'),
    district: fc.option(fc.constantFrom('d1', 'd2'), { nil: null }),
    unit: fc.constantFrom('u1', 'u2', 'u3', 'u4'),
    priority: fc.nat(3),
    active: fc.boolean(),
  });
  it('takes a unit of the table that works, not a full one while another is free, whatever the order of the rows', () => {
    fc.assert(
      fc.property(fc.array(route, { maxLength: 8 }), units, (routes, loads) => {
        const found = proposeRoute(routes, loads, 'p', 'd1');
        const usable = routes.filter(
          (row) =>
            row.active &&
            row.programme === 'p' &&
            (row.district === null || row.district === 'd1') &&
            loads.some((one) => one.unit === row.unit && one.active),
        );
        expect(found === null).toBe(usable.length === 0);
        if (found === null) return;
        const full = (name: string) => loads.some((one) => one.unit === name && one.capacity !== null && one.openCases >= one.capacity);
        if (full(found.unit)) expect(usable.every((row) => full(row.unit))).toBe(true);
        expect(proposeRoute([...routes].reverse(), [...loads].reverse(), 'p', 'd1')?.unit).toBe(found.unit);
        expect(found.reasons.length).toBeGreaterThan(0);
        expect(new Set([found.unit, ...found.alternatives.map((one) => one.unit)]).size).toBe(found.alternatives.length + 1);
      }),
      { numRuns: 500 },
    );
  });
  it('ranks every unit of the programme: the proposal first, what fits before what serves elsewhere, whatever the order of the rows', () => {
    fc.assert(
      fc.property(fc.array(route, { maxLength: 8 }), units, (routes, loads) => {
        const ranked = rankUnits(routes, loads, 'p', 'd1');
        const proposed = proposeRoute(routes, loads, 'p', 'd1');
        const fitting = ranked.filter((one) => one.fits).map((one) => one.unit);
        expect(fitting).toEqual(proposed ? [proposed.unit, ...proposed.alternatives.map((one) => one.unit)] : []);
        expect(ranked.slice(0, fitting.length).every((one) => one.fits)).toBe(true);
        const works = (name: string) => loads.some((one) => one.unit === name && one.active);
        const named = new Set(routes.filter((row) => row.active && row.programme === 'p' && works(row.unit)).map((row) => row.unit));
        expect(new Set(ranked.map((one) => one.unit))).toEqual(named);
        expect(ranked.length).toBe(named.size);
        expect(ranked.every((one) => one.reasons.length > 0)).toBe(true);
        for (const one of ranked.filter((each) => !each.fits)) expect(one.districts).not.toContain('d1');
        expect(rankUnits([...routes].reverse(), [...loads].reverse(), 'p', 'd1')).toEqual(ranked);
        if (proposed) expect(ranked[0]?.reasons).toEqual(proposed.reasons);
      }),
      { numRuns: 500 },
    );
  });
  it('says why', () => {
    const load = (name: string, openCases: number, capacity: number | null = 10): UnitLoad => ({
      unit: name,
      name: { zh: name },
      openCases,
      capacity,
      active: true,
    });
    const row = (name: string, district: string | null, priority = 1): RouteRow => ({
      id: name,
      programme: 'p',
      district,
      unit: name,
      priority,
      active: true,
    });
    const codes = (routes: RouteRow[], loads: UnitLoad[], district: string | null = 'd1') =>
      proposeRoute(routes, loads, 'p', district)?.reasons.map((reason) => reason.code);
    expect(codes([row('a', 'd1')], [load('a', 1)])).toEqual(['districtRoute', 'onlyUnit']);
    expect(codes([row('a', 'd1'), row('b', 'd1')], [load('a', 1), load('b', 5)])).toEqual(['districtRoute', 'lessLoad']);
    expect(codes([row('a', 'd1'), row('b', null)], [load('a', 10), load('b', 5)])).toEqual(['countyRoute', 'full']);
    expect(codes([row('a', null)], [load('a', 10)], null)).toEqual(['districtUnknown', 'countyRoute', 'onlyUnit', 'allFull']);
  });
});

it('the demo counties’ overlays of the desk apply', () => {
  expect(must(applyDeskOverlay(desk, { county: '1', version: '1', changes: [] })).overlays).toEqual([{ county: '1', version: '1' }]);
});
