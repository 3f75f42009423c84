// Statements that are no longer in force, for the cases that are pinned to them: what was on time under a statement stays so. Each is the present one but for what has changed since.

import { placementActs } from '@anwang/core/cases';
import type { Programme } from '@anwang/core/programs';
import { placementClocks } from './programs/child-protection/placement-clocks.ts';

/** Until 2026-11-28 everybody was visited once a month, whatever their level. */
const monthly = (programme: Programme): Programme => ({
  ...programme,
  version: '2026.1',
  validFrom: '2026-01-01',
  clocks: programme.clocks.map(({ byLevel: _, ...rule }) => rule),
});

const namesOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);
const placing = [...placementActs, ...namesOf(placementClocks), 'placement'];
const without = <T extends { readonly id: string }>(list: readonly T[]): T[] => list.filter(({ id }) => !placing.includes(id));

/** Child protection knew no placement until 2026-11-28. */
const notPlacing = (programme: Programme): Programme => ({
  ...programme,
  version: '2026.2',
  actions: without(programme.actions),
  clocks: without(programme.clocks),
  forms: without(programme.forms),
});

/** The earlier statements of a national programme, the latest first. */
export function earlierOf(programme: Programme): Programme[] {
  if (programme.version === '2026.2') return [monthly(programme)];
  return programme.version === '2026.3' ? [notPlacing(programme), monthly(notPlacing(programme))] : [];
}
