// An indicator as it is shown: words, direction, basis, target of the year.

import { type Measure, standing, targetOf } from '@anwang/core/measures';
import { bilingual } from '../../packs-in-force.ts';

/** Definition for the reply. */
export const definitionOf = (measure: Measure, year: number) => {
  const target = targetOf(measure, year);
  return {
    id: measure.id,
    label: bilingual(measure.label),
    unit: measure.unit,
    better: measure.better,
    numerator: bilingual(measure.numeratorLabel),
    denominator: bilingual(measure.denominatorLabel),
    source: measure.planId ?? measure.universe,
    version: measure.version,
    basis: measure.basis.text,
    target: target === null ? null : { op: target.op, value: target.value, year: target.year },
  };
};

/** How a value stands to the target of a year. */
export const standingOf = (measure: Measure, year: number, value: number | null) => standing(targetOf(measure, year), value);
