// From which score on does which band hold, where the score alone decides? For the areas behind a line of scores; an answer that decides by itself (one grave danger)
// is no area, it lifts the band whatever the score.

import { holds, type RuleContext } from '../rules/evaluate.ts';
import { instantFromMs } from '../time/instant.ts';
import { taipei } from '../time/zone.ts';
import type { Instrument, ResultBand } from './instrument.ts';

/** A band with the scores at which it holds by the score alone; both ends belong to it. */
export type ScoreArea = { readonly band: ResultBand; readonly from: number; readonly to: number };

// As in scoring: conditions of instruments never ask for time.
const timeless: RuleContext = { now: instantFromMs(0), zone: taipei };

type Scored = Pick<Instrument, 'bands'> & Partial<Pick<Instrument, 'items'>>;

/** The part whose points alone make the score, as one: what is asked of it is asked of the score. None where several do. */
function partOfScore({ items = [] }: Scored): readonly string[] {
  const counted = [...new Set(items.filter((item) => item.counts).map((item) => item.part))];
  return counted.length === 1 ? counted : [];
}

/** The areas between two whole scores, from low to high; empty where no band asks for the score. */
export function scoreAreas(instrument: Scored, lowest: number, highest: number): ScoreArea[] {
  const areas: ScoreArea[] = [];
  const whole = partOfScore(instrument);
  for (let score = lowest; score <= highest; score += 1) {
    const band = instrument.bands.find((one) =>
      holds(one.when, { score, ...Object.fromEntries(whole.map((part) => [`part.${part}`, score])) }, timeless),
    );
    const last = areas.at(-1);
    if (band === undefined) continue;
    if (last !== undefined && last.band.id === band.id && last.to === score - 1) areas[areas.length - 1] = { ...last, to: score };
    else areas.push({ band, from: score, to: score });
  }
  return areas;
}
