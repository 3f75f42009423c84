// Carries out a step of the plan in an engine: a stored table or a view.
import type { Engine } from '../engine/engine.ts';
import { printQuery, printStep } from './print.ts';
import type { Step } from './query.ts';

export async function makeStep(engine: Engine, step: Step): Promise<void> {
  if (step.stored) await engine.store(step.makes, printQuery(step.query, engine.dialect));
  else await engine.run(printStep(step, engine.dialect));
}
