// Gives memory back now. Values and pairs of a large file lie in shared memory, whose size the collector does not see: without being asked it would
// leave gigabytes of them until the process ends.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** From this many records on, memory is given back between the phases. */
export const LARGE_FILE = 2_000_000;

/** Collects garbage at once; does nothing where the runtime cannot be asked. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('typeof gc === "function" ? gc : null');
  // Bytecode that is kept at the end of a run is only taken by the next if both have the same settings.
  if (globalThis.gc === undefined) setFlagsFromString('--no-expose-gc');
  if (typeof collect === 'function') collect();
}
