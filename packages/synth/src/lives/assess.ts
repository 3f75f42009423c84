// Which answers does a worker give to an instrument? Drawn by a leaning towards low or high points, then scored by the instrument itself,
// so that score, band and triggers in the events are those the product would compute.

import { type Instrument, score } from '@anwang/core/assessment';
import type { Chance } from '../chance/index.ts';

type DrawnAnswers = Record<string, string | number | readonly string[]>;

export interface DrawnAssessment {
  readonly answers: DrawnAnswers;
  readonly score: number | null;
  readonly band: string | null;
  readonly triggers: readonly string[];
}

/**
 * Draws answers and scores them.
 * @param lean 0 = nearly all harmless, 1 = nearly all grave
 */
export const drawAssessment = (chance: Chance, instrument: Instrument, lean: number): DrawnAssessment => {
  const answers: DrawnAnswers = {};
  // A third of the families is far better off than the report made them look.
  const severity = chance.bool(0.35) ? lean * 0.05 : Math.min(0.95, lean * (0.4 + chance.next() * 1.4));
  for (const item of instrument.items) {
    // Protective factors are left open: few forms say them.
    if (!item.required && item.options.some((option) => option.points < 0)) continue;
    if (item.kind === 'number') {
      const low = item.min ?? 0;
      answers[item.id] = low + Math.round(((item.max ?? low) - low) * severity * chance.next());
      continue;
    }
    const sorted = [...item.options].filter((o) => o.notApplicable !== true).sort((a, b) => a.points - b.points);
    // What does not count in the score is mostly a strength: yes, nearly always where all is well.
    const grave = chance.bool(item.counts ? severity : 1 - severity * 0.5);
    const chosen =
      sorted.length === 0 ? item.options[0] : grave ? sorted[sorted.length - 1 - chance.int(Math.ceil(sorted.length / 2))] : sorted[0];
    if (chosen !== undefined) answers[item.id] = item.kind === 'many' ? [chosen.code] : chosen.code;
  }
  const scored = score(instrument, answers);
  if (!scored.ok) throw new Error(`drawn answers do not fit ${instrument.id}: ${JSON.stringify(scored.problem)}`);
  return { answers, score: scored.value.score, band: scored.value.band, triggers: scored.value.triggers.map((t) => t.id) };
};
