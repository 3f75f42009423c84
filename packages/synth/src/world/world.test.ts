import type { Actor, Grant } from '@anwang/core/access';
import { allowedActions, type CaseEvent, type CaseState, deskEvents, fold, step } from '@anwang/core/cases';
import { dateIn, instantFromMs, isWorkingDay, officeCalendar, taipei, workingDaysBetween } from '@anwang/core/time';
import { channels, grounds, informationOnlyReasons, notAcceptedReasons, placeKinds, relations, reporterKinds } from '@anwang/packs';
import { describe, expect, it } from 'vitest';
import { DEMO_COUNTIES } from '../counties/index.ts';
import { hourOf, weekdayOf } from '../hours/index.ts';
import { demoOrg } from '../org/index.ts';
import { countyRules, runningNumbers, worldChunk } from './index.ts';

const anchorMs = Date.parse('2026-11-22T08:00:00.000Z');
const county = DEMO_COUNTIES[0]!;
const org = demoOrg('s', county, anchorMs);
const rules = countyRules(county.id);
const numbers = runningNumbers(new Map());
const chunks = [0, 1, 2].map((index) => worldChunk({ seed: 's', org, rules, numbers, index, anchorMs, perThousandYearly: 60 }));
const reports = chunks.flatMap((c) => c.reports);
const cases = chunks.flatMap((c) => c.cases);

const actorOf = (event: CaseEvent, state: CaseState): Actor => {
  const account = org.accounts.find((a) => a.id === event.actor)!;
  const from = instantFromMs(0);
  const held = account.grants.map((g): Grant => ({ role: g.role as Grant['role'], reach: { kind: g.reach }, from, until: null }));
  // A partner answers a referral as the unit it was sent to.
  const asUnit: Grant[] = event.unit === state.unit ? [] : [{ role: 'partner', reach: { kind: 'unit' }, from, until: null }];
  return { id: account.id, county: county.id, unit: account.unit.id, name: account.name, grants: [...held, ...asUnit] };
};

describe('the demo world', () => {
  it('tells a unit the day on which the clock of its referral runs out: five working days, to the end of the last', () => {
    const sent = cases.flatMap(({ events }) => events.filter((event) => event.type === 'referralSent'));
    expect(sent.length).toBeGreaterThan(10);
    for (const { at, facts } of sent) {
      const [from, to] = [dateIn(taipei, at), dateIn(taipei, facts.answerBy)];
      expect([workingDaysBetween(officeCalendar, from, to), isWorkingDay(officeCalendar, to)]).toEqual([5, true]);
      expect(facts.answerBy).toMatch(/T15:59:59\.999Z$/);
    }
  });
  it('has only events that the product would have allowed the same person at that moment', () => {
    const refused = new Map<string, number>();
    for (const one of cases) {
      const programme = rules.programmes.get(one.programme)!;
      let state: CaseState | null = null;
      for (const event of one.events) {
        if (state !== null && !deskEvents.includes(event.type)) {
          const list = allowedActions(programme, state, actorOf(event, state), { now: event.happenedAt, zone: taipei });
          const fitting = list.filter((a) => a.event === event.type);
          if (!fitting.some((a) => a.allowed)) {
            const why = `${one.programme} ${event.type}: ${fitting.flatMap((a) => a.closed.map((c) => c.id)).join(',')}`;
            refused.set(why, (refused.get(why) ?? 0) + 1);
          }
        }
        state = step(state, event);
      }
    }
    expect(Object.fromEntries(refused)).toEqual({});
    expect(cases.length).toBeGreaterThan(100);
  });

  it('has a day to come: plans for today and the days after, a few that were missed, and the past is as it would be without them', () => {
    const plans = cases.flatMap((one) => one.events.flatMap((event) => (event.type === 'visitPlanned' ? [event] : [])));
    const days = plans.map((plan) => (Date.parse(plan.facts.at) - anchorMs) / 86_400_000);
    expect(days.filter((day) => day > 0 && day < 0.5).length).toBeGreaterThan(3);
    expect(days.filter((day) => day >= 0.5).length).toBeGreaterThan(10);
    expect(days.filter((day) => day < 0).length).toBeGreaterThan(0);
    expect(Math.max(...days)).toBeLessThanOrEqual(14);
    expect(plans.some((plan) => plan.personal?.safety !== undefined)).toBe(true);
    // Nobody does anything after it: what comes in from outside may still be added, and a court takes its course.
    const outside: readonly string[] = [...deskEvents, 'courtAsked', 'courtRuled'];
    for (const { events } of cases) {
      const at = events.findIndex((event) => event.type === 'visitPlanned');
      if (at >= 0) expect(events.slice(at + 1).filter((event) => !outside.includes(event.type))).toEqual([]);
    }
  });

  it('keeps the proportions of the documents', () => {
    const share = (test: (r: (typeof reports)[number]) => boolean, of = reports) => of.filter(test).length / of.length;
    const needed = reports.filter((r) => r.needs.length > 0);
    expect(share((r) => r.needs.includes('VF1'), needed)).toBeGreaterThan(0.28);
    expect(share((r) => r.needs.includes('VF1'), needed)).toBeLessThan(0.58);
    expect(share((r) => r.grounds.some((g) => g.startsWith('ipv')))).toBeGreaterThan(0.3);
    expect(share((r) => r.grounds.some((g) => g.startsWith('ipv')))).toBeLessThan(0.5);
    expect(share((r) => r.repeatOf !== null)).toBeGreaterThan(0.08);
    const settled = cases.map((c) => fold(c.events)!).filter((s) => s.programme === 'child-protection' && s.opening !== null);
    expect(settled.filter((s) => s.opening?.outcome === 'open').length / settled.length).toBeLessThan(0.5);
  });

  it('decides nearly everything within 24 hours, and has a living desk at the anchor', () => {
    const decided = reports.filter((r) => r.desk !== null && anchorMs - r.receivedMs > 86_400_000);
    const late = decided.filter((r) => (r.desk!.reviewedMs ?? r.desk!.proposedMs) - r.receivedMs > 86_400_000);
    expect(late.length / decided.length).toBeLessThan(0.06);
    expect(reports.every((r) => r.receivedMs <= anchorMs)).toBe(true);
    expect(cases.flatMap((c) => c.events).every((e) => Date.parse(e.happenedAt) <= anchorMs)).toBe(true);
  });

  it('visits, telephones and decides when people are awake in Taipei; only danger is met at night', () => {
    const extreme = new Set(
      cases.filter(
        (c) => fold(c.events)?.band === 'extreme' || c.events.some((e) => e.type === 'caseDispatched' && e.facts.band === 'extreme'),
      ),
    );
    let seen = 0;
    for (const one of cases) {
      const visits = one.events.filter((e) => e.type === 'visitRecorded');
      for (const [index, visit] of visits.entries()) {
        if (extreme.has(one) && index === 0) continue;
        const hour = hourOf(Date.parse(visit.happenedAt));
        const ends = hour + (visit.type === 'visitRecorded' ? (visit.facts.minutes ?? 0) : 0) / 60;
        expect([hour >= 8, ends <= 21], `${one.programme} ${visit.happenedAt}`).toEqual([true, true]);
        expect([0, 6], 'working days').not.toContain(weekdayOf(Date.parse(visit.happenedAt)));
        seen += 1;
      }
      if (extreme.has(one)) continue;
      for (const event of one.events.filter(
        (e) => e.type === 'closureDecided' || e.type === 'openingDecided' || e.type === 'contactRecorded',
      ))
        expect(hourOf(Date.parse(event.happenedAt)), event.type).toBeGreaterThanOrEqual(8);
    }
    expect(seen).toBeGreaterThan(500);
  });

  it('is told of by each kind of reporter at plausible hours: schools and offices on working days, the police and hotlines at night as well', () => {
    const night = (r: (typeof reports)[number]) => hourOf(r.receivedMs) < 7 || hourOf(r.receivedMs) >= 22;
    for (const report of reports.filter((r) =>
      ['education', 'nursery', 'villageClerk', 'judicial', 'socialWorker', 'self'].includes(r.reporterKind),
    )) {
      const hour = hourOf(report.receivedMs);
      expect([hour >= 7, hour < 18, [0, 6].includes(weekdayOf(report.receivedMs))], report.reporterKind).toEqual([true, true, false]);
    }
    expect(reports.filter((r) => r.reporterKind === 'villageChief').some(night)).toBe(false);
    const police = reports.filter((r) => r.reporterKind === 'police');
    expect(police.filter(night).length / police.length).toBeGreaterThan(0.1);
  });

  it('never lets one person propose and review', () => {
    expect(reports.filter((r) => r.desk?.reviewedBy === r.desk?.proposedBy && r.desk?.reviewedBy !== null && r.desk !== null)).toEqual([]);
  });

  it('uses the codes of the packs', () => {
    const codes = (set: { entries: readonly { code: string }[] }) => new Set(set.entries.map((e) => e.code));
    const missing = (used: Iterable<string | null | undefined>, set: { entries: readonly { code: string }[] }) =>
      [...new Set(used)].filter((c) => c != null && !codes(set).has(c));
    expect(
      missing(
        reports.flatMap((r) => r.grounds),
        grounds,
      ),
    ).toEqual([]);
    expect(
      missing(
        reports.map((r) => r.reporterKind),
        reporterKinds,
      ),
    ).toEqual([]);
    expect(
      missing(
        reports.map((r) => r.channel),
        channels,
      ),
    ).toEqual([]);
    expect(
      missing(
        reports.map((r) => r.placeKind),
        placeKinds,
      ),
    ).toEqual([]);
    expect(
      missing(
        reports.flatMap((r) => r.persons.map((p) => p.relation)),
        relations,
      ),
    ).toEqual([]);
    expect(
      missing(
        reports.map((r) => (r.desk?.outcome === 'notAccepted' ? r.desk.reason : null)),
        notAcceptedReasons,
      ),
    ).toEqual([]);
    expect(
      missing(
        reports.map((r) => (r.desk?.outcome === 'informationOnly' ? r.desk.reason : null)),
        informationOnlyReasons,
      ),
    ).toEqual([]);
  });

  it('numbers without gaps or repeats, and goes on where stored numbers stopped', () => {
    expect(new Set(reports.map((r) => r.number)).size).toBe(reports.length);
    const again = runningNumbers(new Map([['64000 115-1122', 7]]));
    expect(again.report('64000', anchorMs)).toBe('115-1122-0008');
  });
});
