// The areas behind a line of scores say what scoring itself says of a score, for every instrument there is.
import { instruments } from '@anwang/packs';
import { expect, test } from 'vitest';
import { when } from '../rules/condition.ts';
import { holds } from '../rules/evaluate.ts';
import { instantFromMs } from '../time/instant.ts';
import { taipei } from '../time/zone.ts';
import { scoreAreas } from './score-areas.ts';

test('the family assessment has three areas with the limits of its data', () => {
  const family = instruments.find((one) => one.id === 'vf-vulnerability')!;
  expect(scoreAreas(family, -6, 42).map(({ band, from, to }) => [band.id, from, to])).toEqual([
    ['low', -6, 8],
    ['medium', 9, 18],
    ['high', 19, 42],
  ]);
});

test('the danger assessment has its area of high danger, though its band asks for the part of which alone the score is made', () => {
  const tipvda = instruments.find((one) => one.id === 'tipvda-1')!;
  expect(scoreAreas(tipvda, 0, 15).map(({ band, from, to }) => [band.id, from, to])).toEqual([
    ['low', 0, 5],
    ['middle', 6, 7],
    ['high', 8, 15],
  ]);
});

test('of each instrument they lie side by side and agree with its bands; one that asks no score has none', () => {
  for (const instrument of instruments) {
    const areas = scoreAreas(instrument, -10, 60);
    for (const { band, from, to } of areas)
      for (let score = from; score <= to; score += 1) {
        const first = instrument.bands.find((one) =>
          holds(one.when, { score, 'part.items': score }, { now: instantFromMs(0), zone: taipei }),
        );
        expect([instrument.id, score, first?.id]).toEqual([instrument.id, score, band.id]);
      }
    for (const [at, area] of areas.entries()) if (at > 0) expect(area.from).toBeGreaterThan(areas[at - 1]!.to);
  }
  expect(scoreAreas({ bands: [{ id: 'x', label: { zh: 'x' }, when: when('answer.a', 'eq', 'b'), weight: 1 }] }, 0, 9)).toEqual([]);
});
