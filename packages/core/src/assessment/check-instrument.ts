// Is an instrument sound? Ids unique, parts known, conditions over its own items, a band for every score, labels in both languages.

import { checkCondition, type FactKind } from '../rules/check.ts';
import type { Instrument } from './instrument.ts';

/** Every fault of an instrument, in words. */
export function checkInstrument(instrument: Instrument): string[] {
  const faults: string[] = [];
  const ids = instrument.items.map((item) => item.id);
  if (new Set(ids).size !== ids.length) faults.push('an item stands twice');
  const parts = new Set(instrument.parts.map((part) => part.id));
  const kinds: Record<string, FactKind> = { score: 'number' };
  for (const part of parts) kinds[`part.${part}`] = 'number';
  for (const item of instrument.items) {
    if (!parts.has(item.part)) faults.push(`${item.id}: no part ${item.part}`);
    if (item.kind === 'number' ? item.min === undefined || item.max === undefined : item.options.length < 2)
      faults.push(`${item.id}: nothing to choose`);
    kinds[`points.${item.id}`] = 'number';
    kinds[`answer.${item.id}`] = item.kind === 'one' ? 'code' : item.kind === 'many' ? 'codes' : 'number';
  }
  for (const { id, when } of [...instrument.bands, ...instrument.flags, ...instrument.triggers])
    faults.push(...checkCondition(when, kinds, id).map((fault) => `${fault.path}: ${fault.reason}`));
  for (const band of instrument.overrideTo)
    if (!instrument.bands.some((one) => one.id === band)) faults.push(`overrides to an unknown band ${band}`);
  const labels = [
    instrument.label,
    instrument.rater,
    ...instrument.items.flatMap((item) => [item.label, ...item.options.map((option) => option.label)]),
    ...instrument.bands.map((band) => band.label),
  ];
  if (labels.some((label) => label.en === undefined)) faults.push('a label without English');
  return faults;
}
