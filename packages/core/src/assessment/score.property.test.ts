import { findInstrument, instruments } from '@anwang/packs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, unknown } from '../forms/answers.ts';
import { must } from '../lang/result.ts';
import type { Instrument, Item } from './instrument.ts';
import { changeRate, overrideFault, score } from './score.ts';

function the(id: string): Instrument {
  const found = findInstrument(id);
  if (found === null) throw new Error(`no instrument ${id}`);
  return found;
}
const tipvda = the('tipvda-1');
const sdm = the('sdm-safety');
const family = the('vf-vulnerability');
const all = (instrument: Instrument, code: string, more: Answers = {}): Answers => ({
  ...Object.fromEntries(instrument.items.filter((item) => item.required).map((item) => [item.id, item.kind === 'many' ? [code] : code])),
  ...more,
});
const answer = (item: Item) =>
  item.kind === 'number'
    ? fc.integer({ min: item.min ?? 0, max: item.max ?? 9 })
    : item.kind === 'one'
      ? fc.constantFrom(...item.options.map((option) => option.code))
      : fc.subarray(
          item.options.map((option) => option.code),
          { minLength: 1 },
        );
const answersTo = (instrument: Instrument): fc.Arbitrary<Answers> =>
  fc
    .tuple(
      ...instrument.items.map((item) =>
        fc.oneof(
          { weight: 6, arbitrary: answer(item).map((value) => [item.id, value] as const) },
          { weight: 1, arbitrary: fc.constant([item.id, unknown] as const) },
        ),
      ),
    )
    .map((pairs) => Object.fromEntries(pairs));

describe('TIPVDA', () => {
  const yes = (count: number): Answers =>
    Object.fromEntries(Object.entries(all(tipvda, 'N')).map(([id, value], index) => [id, index >= 15 - count ? 'Y' : value]));
  it.each([
    [0, 'low'],
    [5, 'low'],
    [6, 'middle'],
    [7, 'middle'],
    [8, 'high'],
    [14, 'high'],
  ])('%i points are %s', (points, band) => expect(must(score(tipvda, yes(points)))).toMatchObject({ score: points, band, complete: true }));
  it('shows near-lethal items apart, counts several codes of one item once, and gives "not applicable" no point', () => {
    const result = must(score(tipvda, all(tipvda, 'N', { 't01-asphyxia': ['A', 'B'], 't02-child-violence': 'NA', 't03-pregnancy': 'NA' })));
    expect(result).toMatchObject({ score: 1, band: 'low', flags: [{ id: 'lethalItem' }], triggers: [{ id: 'callToday' }] });
  });
  it('is high as soon as eight are answered yes, and has no score while items are open', () => {
    const open = must(score(tipvda, { ...yes(9), 't02-child-violence': unknown }));
    expect(open).toMatchObject({ score: null, band: 'high', open: ['t02-child-violence'], complete: false });
    expect(must(score(tipvda, { ...yes(3), 't02-child-violence': unknown })).band).toBeNull();
  });
  it('may be overridden to high with a reason', () => {
    const low = must(score(tipvda, yes(2)));
    expect([
      overrideFault(tipvda, low, { band: 'high', reason: '專業判斷' }),
      overrideFault(tipvda, low, { band: 'high', reason: ' ' }),
      overrideFault(tipvda, low, { band: 'low', reason: 'x' }),
    ]).toEqual([null, 'reasonNeeded', 'notAllowed']);
  });
});

describe('SDM safety', () => {
  it('is unsafe by one danger, safe with a plan that is agreed and holds, safe only when all is answered', () => {
    expect(must(score(sdm, { 'd07-sexual-abuse': 'Y' })).band).toBe('unsafe');
    expect(must(score(sdm, { 'd07-sexual-abuse': 'Y', 'p1-plan-agreed': 'Y', 'p2-plan-controls': 'Y' })).band).toBe('safeWithPlan');
    expect(must(score(sdm, { 'd07-sexual-abuse': 'Y', 'p1-plan-agreed': 'Y', 'p2-plan-controls': 'N' })).band).toBe('unsafe');
    expect(must(score(sdm, all(sdm, 'N'))).band).toBeNull();
    expect(must(score(sdm, all(sdm, 'N', { 'c1-culture-considered': 'Y' }))).band).toBe('safe');
    expect(must(score(sdm, all(sdm, 'N', { 'c1-culture-considered': 'Y', 'd03-living-conditions': unknown }))).band).toBeNull();
  });
});

describe('family vulnerability', () => {
  it('has its bands at 9 and 19, and three items that decide alone', () => {
    const points = (count: number) =>
      must(
        score(
          family,
          Object.fromEntries(
            family.items
              .filter((item) => item.required)
              .map((item, index) => [
                item.id,
                index < count && !['v6-self-harm', 'v4-young-carer', 'v5-mental-illness'].includes(item.id) ? '1' : '0',
              ]),
          ),
        ),
      );
    expect([points(8).band, points(9).band]).toEqual(['low', 'medium']);
    expect(must(score(family, all(family, '1'))).band).toBe('high');
    expect(must(score(family, all(family, '0', { 'v6-self-harm': '3' })))).toMatchObject({
      score: 3,
      band: 'high',
      triggers: [{ id: 'suicideReport', risk: 'selfHarm' }],
    });
    // A protective factor takes a point away; left open it takes nothing, and an answer is complete without it.
    const guarded = all(family, '0', { 'v1-debt': '2', 'v1-protective': '1', 'v4-protective': '1' });
    expect(must(score(family, guarded))).toMatchObject({ score: 0, band: 'low', complete: true });
    expect(must(score(family, all(family, '0', { 'v1-protective': '1' })))).toMatchObject({ score: -1, band: 'low' });
    expect(must(score(family, { ...guarded, 'v1-protective': unknown }))).toMatchObject({ score: 1, complete: true });
    expect(changeRate(20, 15)).toBe(0.25);
    expect([changeRate(0, 1), changeRate(-1, 1), changeRate(null, 1)]).toEqual([null, null, null]);
  });
});

describe('every instrument', () => {
  it.each([...instruments])('$id: parts sum to the score, which lies at or below all points; unknown is not zero', (instrument) => {
    fc.assert(
      fc.property(answersTo(instrument), (answers) => {
        const result = must(score(instrument, answers));
        const sum = result.parts.reduce((total, part) => total + part.score, 0);
        expect(sum).toBeLessThanOrEqual(result.highest);
        expect(result.score).toBe(result.complete ? sum : null);
        expect(result.open.length > 0).toBe(
          instrument.items.some((item) => item.required && JSON.stringify(answers[item.id]) === JSON.stringify(unknown)),
        );
      }),
    );
  });
  it('refuses answers it does not offer', () => {
    expect(score(tipvda, { 't05-threat-kill': 'maybe' })).toMatchObject({
      ok: false,
      problem: { code: 'answersInvalid', fields: [{ path: 't05-threat-kill', reason: 'notAnOption' }] },
    });
    expect(score(tipvda, { nothing: 'Y' })).toMatchObject({ ok: false, problem: { fields: [{ reason: 'noSuchField' }] } });
    expect(score(tipvda, { dangerLevel: 11 })).toMatchObject({ ok: false, problem: { fields: [{ reason: 'wrongKind' }] } });
  });
});
