// Statements that are no longer in force, for the cases that are pinned to them: what was on time under a statement stays so. Each is the present one but for what has changed since.

import type { Programme } from '@anwang/core/programs';

/** Until 2026-11-28 everybody was visited once a month, whatever their level. */
const monthly = (programme: Programme): Programme => ({
  ...programme,
  version: '2026.1',
  validFrom: '2026-01-01',
  clocks: programme.clocks.map(({ byLevel: _, ...rule }) => rule),
});

/** The earlier statements of a national programme. */
export function earlierOf(programme: Programme): Programme[] {
  return programme.version === '2026.2' ? [monthly(programme)] : [];
}
