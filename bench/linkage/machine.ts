// On what was measured, and what else was running?

import { cpus, loadavg, totalmem } from 'node:os';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly node: string;
  /** Load of the last minute before the measurement; above about 0.3 somebody else was working too. */
  readonly loadBefore: number;
}

export const lookAround = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryBytes: totalmem(),
  node: process.versions.node,
  loadBefore: Math.round(loadavg()[0]! * 100) / 100,
});
