// How does a run's folder appear whole or not at all?
// Everything is written into a sibling folder first, which takes the place of --out by one rename when the run is done. Ctrl-C removes it;
// what a killed process left behind is removed by the next run beside it.

import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { writingProblem } from './classify.ts';
import { LinkageProblem } from './problem.ts';

/** The file that marks a folder as a finished run of ours. */
export const RUN_MARK = 'report.json';

export interface OutFolder {
  /** Where to write meanwhile. */
  readonly draft: string;
  /** Puts the draft in the place of the folder asked for. */
  finish(): Promise<void>;
  /** Removes the draft; safe to call at any time, also from a signal handler. */
  discard(): void;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const sweep = async (parent: string, stem: string): Promise<void> => {
  for (const entry of await readdir(parent)) {
    const left = entry.startsWith(`${stem}.part-`) ? /\.part-(\d+)-[0-9a-f]+$/.exec(entry) : null;
    if (left && !isAlive(Number(left[1]))) await rm(join(parent, entry), { recursive: true, force: true });
  }
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Makes the draft folder. An existing folder is replaced only if it is empty or a finished run. */
export const openOutFolder = async (out: string): Promise<OutFolder> => {
  const target = resolve(out);
  const parent = dirname(target);
  const stem = basename(target);
  const draft = join(parent, `${stem}.part-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(parent, { recursive: true });
    if (await exists(target)) {
      const entries = await readdir(target);
      if (entries.length > 0 && !entries.includes(RUN_MARK)) throw new LinkageProblem({ code: 'out-exists', folder: out });
    }
    await sweep(parent, stem);
    // Made at once and not in the background, so that no signal falls between making it and knowing of it.
    mkdirSync(draft);
  } catch (error) {
    throw writingProblem(error, out);
  }
  return {
    draft,
    async finish() {
      const old = `${draft}.old`;
      try {
        if (await exists(target)) await rename(target, old);
        await rename(draft, target);
        await rm(old, { recursive: true, force: true });
      } catch (error) {
        throw writingProblem(error, out);
      }
    },
    discard: () => rmSync(draft, { recursive: true, force: true }),
  };
};
