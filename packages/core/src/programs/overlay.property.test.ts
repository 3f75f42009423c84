import { communityGarden, library, programmes } from '@anwang/packs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { when } from '../rules/condition.ts';
import { dueInstant, type Limit } from '../time/deadline.ts';
import { instantFromMs } from '../time/instant.ts';
import { officeCalendar } from '../time/office-days.ts';
import { taipei } from '../time/zone.ts';
import { applyOverlay } from './apply-overlay.ts';
import { checkProgramme } from './check.ts';
import type { Change, OpenList } from './overlay.ts';
import type { Programme } from './program.ts';

const context = { calendar: officeCalendar, zone: taipei };
const start = fc.integer({ min: Date.UTC(2024, 0, 5), max: Date.UTC(2027, 5, 1) }).map(instantFromMs);
const all: readonly Programme[] = [...programmes, communityGarden];
const limit: fc.Arbitrary<Limit> = fc.record({
  kind: fc.constantFrom('hours' as const, 'calendarDays' as const, 'workingDays' as const, 'months' as const),
  amount: fc.integer({ min: 0, max: 40 }),
});
const lists: readonly OpenList[] = ['needs', 'risks', 'services', 'closureReasons', 'notOpenedReasons'];

function change(programme: Programme): fc.Arbitrary<Change> {
  const clock = fc.constantFrom(...programme.clocks.map((one) => one.id));
  const code = fc.nat(50).map((n) => ({ code: `local${n}`, label: { zh: '本地' } }));
  return fc.oneof(
    fc.tuple(clock, limit).map(([id, to]): Change => ({ kind: 'tightenClock', clock: id, limit: to, why: { zh: '本地' } })),
    fc.tuple(fc.constantFrom(...lists), code).map(([list, one]): Change => ({ kind: 'addCode', list, code: one })),
    fc.nat(9).map(
      (n): Change => ({
        kind: 'addRequirement',
        action: 'proposeClosure',
        requirement: { id: `local${n}`, label: { zh: '本地' }, condition: when('visits.count', 'gte', n) },
      }),
    ),
    fc
      .constantFrom(...programme.levels)
      .chain((level) =>
        fc.integer({ min: 0, max: 8 }).map((visits): Change => ({ kind: 'raiseVisits', level: level.id, visitsPerMonth: visits })),
      ),
    fc.constantFrom(...library.measures).map((measure): Change => ({ kind: 'addMeasure', measure })),
    fc.constantFrom(...programme.stages).map((stage): Change => ({ kind: 'renameStage', stage: stage.id, label: { zh: '本地名稱' } })),
  );
}
const world = fc
  .constantFrom(...all)
  .chain((programme) => fc.record({ programme: fc.constant(programme), changes: fc.array(change(programme), { maxLength: 5 }) }));

describe('an overlay', () => {
  it('that is applied never loosens anything and leaves a sound programme', () => {
    let applied = 0;
    fc.assert(
      fc.property(world, start, ({ programme, changes }, from) => {
        const result = applyOverlay(programme, { county: '1', version: '1', programme: programme.id, changes });
        if (!result.ok) {
          expect(['overlayLoosens', 'overlayInvalid']).toContain(result.problem.code);
          return;
        }
        applied += 1;
        const changed = result.value;
        for (const clock of programme.clocks) {
          const here = changed.clocks.find((one) => one.id === clock.id);
          const [mine, national] = [
            here === undefined ? null : dueInstant(from, here.limit, context),
            dueInstant(from, clock.limit, context),
          ];
          if (national !== null) expect(mine !== null && mine <= national).toBe(true);
          expect([here?.starts, here?.stops, here?.basis.text]).toEqual([clock.starts, clock.stops, clock.basis.text]);
        }
        for (const action of programme.actions) {
          const here = changed.actions.find((one) => one.id === action.id);
          for (const requirement of action.requires) expect(here?.requires).toContainEqual(requirement);
        }
        for (const list of lists) for (const code of programme[list]) expect(changed[list]).toContainEqual(code);
        for (const measure of programme.measures) expect(changed.measures).toContain(measure);
        for (const level of programme.levels)
          expect(changed.levels.find((one) => one.id === level.id)?.visitsPerMonth ?? 0).toBeGreaterThanOrEqual(level.visitsPerMonth);
        expect(checkProgramme(changed, library)).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(applied).toBeGreaterThan(50);
  });
  it('that would loosen is refused with its reason, and one for another programme changes nothing', () => {
    const [programme] = programmes;
    if (programme === undefined) throw new Error('no programme');
    const overlay = (changes: readonly Change[], id = programme.id) =>
      applyOverlay(programme, { county: '1', version: '1', programme: id, changes });
    expect(
      overlay([{ kind: 'tightenClock', clock: 'vf-visit', limit: { amount: 11, kind: 'calendarDays' }, why: { zh: '慢' } }]),
    ).toMatchObject({ ok: false, problem: { code: 'overlayLoosens' } });
    expect(
      overlay([{ kind: 'tightenClock', clock: 'vf-visit', limit: { amount: 8, kind: 'workingDays' }, why: { zh: '工作日' } }]),
    ).toMatchObject({ ok: false, problem: { code: 'overlayLoosens' } });
    expect(overlay([{ kind: 'tightenClock', clock: 'vf-visit', limit: { amount: 240, kind: 'hours' }, why: { zh: '時' } }]).ok).toBe(true);
    expect(overlay([{ kind: 'tightenClock', clock: 'nowhere', limit: { amount: 1, kind: 'hours' }, why: { zh: '無' } }])).toMatchObject({
      ok: false,
      problem: { code: 'overlayInvalid' },
    });
    expect(overlay([], 'other')).toEqual({ ok: true, value: programme });
  });
});
