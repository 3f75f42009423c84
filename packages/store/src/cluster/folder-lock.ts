// One server per data folder. The lock is a file with the number and start time of its holder; after kill -9 the next start sees that the holder is gone.

import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterError } from './cluster-error.ts';
import { startOf } from './process-table.ts';

export type FolderLock = { release(): void };

/** Takes the lock of a data folder. Throws ClusterError `alreadyRunning` when a living process holds it. */
export function lockFolder(data: string): FolderLock {
  const file = join(data, 'lock');
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, `${process.pid}\n${startOf(process.pid) ?? ''}\n`);
      closeSync(handle);
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = readHolder(file);
      if (holder && startOf(holder.pid) === holder.start)
        throw new ClusterError(
          'alreadyRunning',
          `Anwang is already running on ${data} (process ${holder.pid}). Stop it with Ctrl-C in its window or “kill ${holder.pid}”, or choose another folder with --data DIR.`,
          `安網已在 ${data} 執行（程序 ${holder.pid}）。請先停止它，或以 --data 指定其他資料夾。`,
        );
      setAside(file);
    }
  }
  throw new ClusterError(
    'alreadyRunning',
    `The lock ${file} is being taken by several processes at once. Start only one.`,
    `多個程序同時啟動：${file}。`,
  );
}

function readHolder(file: string): { pid: number; start: string } | undefined {
  try {
    const [pid, start = ''] = readFileSync(file, 'utf8').split('\n');
    return Number(pid) > 0 ? { pid: Number(pid), start } : undefined;
  } catch {
    return undefined;
  }
}

/** Renaming is atomic: of two starts that both see a dead holder, only one removes the file it looked at. */
function setAside(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch {
    // The other start was quicker; the next attempt will see its lock.
  }
}
