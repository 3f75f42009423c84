// Is an indicator computable? Conditions ask only for columns of its universe; its moment is an instant column.

import { checkCondition, type FactKinds } from '../rules/check.ts';
import type { Measure } from './measure.ts';
import { universes } from './universe.ts';

/** Every fault of a measure, in words. */
export function checkMeasure(measure: Measure): string[] {
  if (!Object.hasOwn(universes, measure.universe)) return [`no universe ${measure.universe}`];
  const columns: Readonly<Record<string, { kind: FactKinds[string] }>> = universes[measure.universe].columns;
  const kinds: FactKinds = Object.fromEntries(Object.entries(columns).map(([name, { kind }]) => [name, kind]));
  const faults = [
    ...checkCondition(measure.denominator, kinds, 'denominator'),
    ...checkCondition(measure.numerator, kinds, 'numerator'),
  ].map((fault) => `${fault.path}: ${fault.reason}`);
  if (kinds[measure.at] !== 'instant') faults.push(`at: ${measure.at} is no instant of ${measure.universe}`);
  if (measure.label.en === undefined || measure.numeratorLabel.en === undefined || measure.denominatorLabel.en === undefined)
    faults.push('a label without English');
  return faults;
}
