// Chooses between one thread and a team. Starting workers costs about a tenth of a second, and compiling in each what all run as much again.
import { availableParallelism } from 'node:os';
import type { Assembly, ColumnRole, Locale } from '../roles/types.ts';
import { TeamWorkshop } from './team.ts';
import { SoloWorkshop, type Workshop } from './workshop.ts';

export const ROWS_FOR_A_TEAM = 30_000;
/** In a run of a second or two, compiling the code takes as much as running it, in every thread anew and on further threads: up to so many rows they are left a core. */
const ROWS_FOR_ALL_CORES = 250_000;
const MOST_WORKERS = 8;

/** `workers` undefined: as many as cores for large inputs, none for small ones; 0: everything on the calling thread. */
export function openWorkshop(locale: Locale, roles: readonly ColumnRole[], assembly: Assembly, rows: number, workers?: number): Workshop {
  const size = workers ?? workersFor(rows, availableParallelism());
  return size === 0 ? new SoloWorkshop(assembly.comparisons) : new TeamWorkshop(locale, roles, size);
}

/** One worker alone is none: the calling thread would only wait for it. */
function workersFor(rows: number, cores: number): number {
  const workers = rows < ROWS_FOR_A_TEAM ? 0 : rows < ROWS_FOR_ALL_CORES ? cores - 1 : cores;
  return workers < 2 ? 0 : Math.min(MOST_WORKERS, workers);
}
