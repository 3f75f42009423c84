// How long did each phase of a run take? It tells who asked for progress that a phase is over, and ends the run there if it is to be ended.
import type { Phase, PhaseName, RunOptions } from './options.ts';

export class PhaseClock {
  readonly phases: Phase[] = [];
  readonly #options: RunOptions;
  #last = performance.now();
  #cpu = process.cpuUsage();

  constructor(options: RunOptions) {
    this.#options = options;
  }

  done(name: PhaseName): void {
    const now = performance.now();
    const { user, system } = process.cpuUsage(this.#cpu);
    this.phases.push({ name, seconds: (now - this.#last) / 1000, cpuSeconds: (user + system) / 1e6 });
    this.#last = now;
    this.#cpu = process.cpuUsage();
    this.#options.onProgress?.({ phase: name });
    this.#options.signal?.throwIfAborted();
  }
}
