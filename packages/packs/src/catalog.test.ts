import { checkInstrument } from '@anwang/core/assessment';
import { checkDictionary } from '@anwang/core/concepts';
import { must } from '@anwang/core/lang';
import { checkMeasure } from '@anwang/core/measures';
import { checkLexicon } from '@anwang/core/narrative';
import { applyOverlay, checkProgramme, type EventPattern, isTighterOrEqual } from '@anwang/core/programs';
import { holds, when } from '@anwang/core/rules';
import { checkDesk } from '@anwang/core/screening';
import { parseInstant, taipei } from '@anwang/core/time';
import { describe, expect, it } from 'vitest';
import {
  conceptDictionary,
  deskFor,
  earlierProgrammes,
  findProgramme,
  instruments,
  library,
  measures,
  programmeFor,
  programmes,
  programmesFor,
  valueSets,
} from './catalog.ts';
import { gardenOverlay } from './fixture/overlay.ts';
import { communityGarden } from './fixture/program.ts';
import { packsAsJson } from './print.ts';
import { lexicon } from './shared/narrative.ts';

const counties = ['64000', '10008', '63000'];

describe('the packs are sound', () => {
  it.each([...programmes, ...earlierProgrammes, communityGarden])('$id $version is proved', (programme) => {
    expect(checkProgramme(programme, library)).toEqual([]);
  });
  it.each(counties)('programmes of %s are proved with their overlay', (county) => {
    for (const programme of programmesFor(county)) expect(checkProgramme(programme, library)).toEqual([]);
  });
  it.each(counties)('the desk of %s is proved', (county) => {
    expect(
      checkDesk(
        deskFor(county),
        programmes.map((programme) => programme.id),
      ),
    ).toEqual([]);
  });
  it.each([...instruments])('instrument $id is proved', (instrument) => expect(checkInstrument(instrument)).toEqual([]));
  it.each([...measures])('measure $id is computable', (measure) => expect(checkMeasure(measure)).toEqual([]));
  it('the lexicon speaks of known concepts', () => {
    const questions = ['immediateDanger', 'childrenInHome'];
    const holds = (set: string, code: string) =>
      valueSets.some((one) => one.id === set && one.entries.some((entry) => entry.code === code));
    expect(checkLexicon(lexicon, (set, code) => (questions.includes(set) ? code === 'yes' : holds(set, code)))).toEqual([]);
  });
  it('the dictionary fits', () => expect(checkDictionary(conceptDictionary)).toEqual([]));
  it('the overlay of the fixture uses every change and is proved', () => {
    const changed = must(applyOverlay(communityGarden, gardenOverlay));
    expect(checkProgramme(changed, library)).toEqual([]);
    expect(new Set(gardenOverlay.changes.map((change) => change.kind)).size).toBe(9);
  });
});

describe('what ends with a case', () => {
  // A child is in placement whoever answers for the case.
  const placing = ['place-72h', 'place-term', 'place-home', 'place-tell-court', 'place-tell-police', 'place-tell-guardian'];
  // Two are about the decision itself, one is for somebody who needs help now, and one watches what comes after it.
  const goesOn = new Set(['decide-opening', 'decide-closure', 'support-call', 'vf-watch-6m', ...placing]);
  it.each([...programmes])('$id: every duty, by the approved closure', ({ clocks }) => {
    const closure = { approved: true };
    const context = { now: must(parseInstant('2026-11-27T00:00:00.000Z')), zone: taipei };
    const ends = (pattern: EventPattern | null | undefined): boolean =>
      pattern?.types.includes('closureDecided') === true && (pattern.where === undefined || holds(pattern.where, closure, context));
    expect(
      clocks
        .filter((rule) => !ends(rule.cancels) && !ends(rule.stops))
        .map(({ id }) => id)
        .filter((id) => !goesOn.has(id)),
    ).toEqual([]);
  });
});

describe('a broken pack is refused', () => {
  it('names what is wrong', () => {
    const [national] = programmes;
    if (national === undefined) throw new Error('no programme');
    const broken = {
      ...national,
      stages: national.stages.filter((stage) => stage.generic !== 'closed'),
      measures: ['no-such-measure'],
      label: { zh: '只有中文' },
      clocks: national.clocks.map((clock) =>
        clock.starts.types.includes('openingDecided')
          ? { ...clock, starts: { types: ['openingDecided'], where: when('approved', 'eq', true) } }
          : clock,
      ),
    };
    const reasons = checkProgramme(broken, library).map((fault) => fault.reason);
    expect(reasons).toEqual(
      expect.arrayContaining([
        'no name for closed',
        'no measure no-such-measure',
        'no English label',
        'starts when the case is not opened',
      ]),
    );
  });
});

describe('counties', () => {
  it('only tighten what is national', () => {
    for (const county of counties) {
      for (const programme of programmesFor(county)) {
        const national = programmes.find((one) => one.id === programme.id);
        for (const clock of national?.clocks ?? []) {
          const here = programme.clocks.find((one) => one.id === clock.id);
          expect(here === undefined ? false : isTighterOrEqual(here.limit, clock.limit)).toBe(true);
        }
        for (const level of national?.levels ?? [])
          expect(programme.levels.find((one) => one.id === level.id)?.visitsPerMonth).toBeGreaterThanOrEqual(level.visitsPerMonth);
        for (const measure of national?.measures ?? []) expect(programme.measures).toContain(measure);
      }
    }
  });
  it('the mountain county visits within a week, the others within ten days', () => {
    const limit = (county: string) =>
      programmeFor('vulnerable-family', county)?.clocks.find((clock) => clock.id === 'vf-visit')?.limit.amount;
    expect([limit('10008'), limit('64000'), limit('63000')]).toEqual([7, 10, 10]);
  });
  it('a case finds the statement it is pinned to, and no other', () => {
    for (const county of counties)
      for (const programme of programmesFor(county)) expect(findProgramme(programme.id, programme.version)).toEqual(programme);
    for (const one of earlierProgrammes) expect(findProgramme(one.id, one.version)).toEqual(one);
    expect(findProgramme('vulnerable-family', '2026.1+10008.1')?.clocks.find(({ id }) => id === 'vf-visit')?.limit.amount).toBe(7);
    expect(findProgramme('vulnerable-family', '1999.1')).toBeNull();
    expect(findProgramme('vulnerable-family', '2026.1+10008.9')).toBeNull();
    expect(findProgramme('no-such-programme', '2026.1')).toBeNull();
  });
});

describe('packs as JSON', () => {
  it('are plain data: what is printed reads back as the same statement', () => {
    for (const programme of [...programmes, communityGarden]) expect(JSON.parse(JSON.stringify(programme))).toEqual(programme);
  });
  it('are committed', async () => {
    for (const [path, text] of Object.entries(packsAsJson())) await expect(text).toMatchFileSnapshot(`../json/${path}`);
  });
});
