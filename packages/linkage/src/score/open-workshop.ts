// Chooses between one thread and a team. Starting workers costs about a tenth of a second, so a team is worth it from some ten thousand rows.
import { availableParallelism } from 'node:os';
import type { Assembly, ColumnRole, Locale } from '../roles/types.ts';
import { TeamWorkshop } from './team.ts';
import { SoloWorkshop, type Workshop } from './workshop.ts';

const ROWS_FOR_A_TEAM = 30_000;
const MOST_WORKERS = 8;

/** `workers` undefined: as many as cores for large inputs, none for small ones; 0: everything on the calling thread. */
export function openWorkshop(locale: Locale, roles: readonly ColumnRole[], assembly: Assembly, rows: number, workers?: number): Workshop {
  const size = workers ?? (rows < ROWS_FOR_A_TEAM ? 0 : Math.min(MOST_WORKERS, availableParallelism()));
  return size === 0 ? new SoloWorkshop(assembly.comparisons) : new TeamWorkshop(locale, roles, size);
}
