// `scorePair`: the reference for a saved model, bound once to the role shelf's comparisons.
import { type BoundModel, bindModel } from '../model/bind.ts';
import type { Model } from '../model/model.ts';
import { assemble } from '../roles/index.ts';
import { type PairScore, type Row, scoreBound } from './score-bound.ts';

/** Pure and symmetric. Throws if the model does not fit this version of the library. */
export function scorePair(model: Model, a: Row, b: Row): PairScore {
  return scoreBound(boundOf(model), a, b);
}

const bounds = new WeakMap<Model, BoundModel>();

function boundOf(model: Model): BoundModel {
  let bound = bounds.get(model);
  if (bound === undefined) {
    bound = bindModel(model, assemble(model.locale, model.columns));
    bounds.set(model, bound);
  }
  return bound;
}
