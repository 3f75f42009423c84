// Is the process that once wrote this number still the same process? Numbers are reused, so the start time is asked too (Linux /proc);
// where there is no /proc the number alone must do.

import { existsSync, readFileSync, readlinkSync } from 'node:fs';

/** Clock ticks since boot at which the process started, or '' where the system does not tell; undefined when no such process lives. */
export function startOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  const file = `/proc/${pid}/stat`;
  if (!existsSync('/proc/self/stat')) return '';
  try {
    const stat = readFileSync(file, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : (fields[19] ?? '');
  } catch {
    return undefined;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** True when the process is a server working in that folder (PostgreSQL changes into its data folder). */
export function worksIn(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false;
  if (!existsSync('/proc/self/cwd')) return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}
