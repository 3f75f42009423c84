// Why does a model hold two records for one, or not? The score with the values and words that a person can follow.

import type { Model } from '../model/index.ts';
import type { Row } from '../reference/index.ts';
import { describePair, type SamplePair } from '../report/index.ts';

export type Explanation = Omit<SamplePair, 'idL' | 'idR'>;

/** As `scorePair`, with labels in both languages and the values side by side; all bits add up to `weight`. */
export const explain = (model: Model, a: Row, b: Row): Explanation => {
  const { idL: _, idR: __, ...explanation } = describePair(model, '', a, '', b);
  return explanation;
};
