// The folder of the built web changes in one step, and pages opened before go on: the files of the last builds stay beside those of the new one. Names carry a hash of
// their content, so builds never stand in each other's way. Vite itself empties the folder first, and pages that are open find nothing behind their links (404).
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of how many builds before the present one the files stay: a page may be open for days, and a build adds some 5 MB. */
const keptBuilds = 3;
/** A line for each file, the newest build first, an empty line between two builds. */
const listName = '.builds';

const filesOf = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** The files of each build that a folder holds, the newest first; a folder from before there was a list is one build. */
function buildsIn(folder: string): readonly (readonly string[])[] {
  const list = join(folder, listName);
  if (!existsSync(list)) return existsSync(folder) ? [filesOf(join(folder, 'assets'))] : [];
  return readFileSync(list, 'utf8')
    .split('\n\n')
    .map((build) => build.split('\n'));
}

/** Puts the build that was made in `next` in the place of `folder`, with the files of the last builds beside its own. */
export function putInPlace(next: string, folder: string): void {
  const own = filesOf(join(next, 'assets'));
  const before = buildsIn(folder).slice(0, keptBuilds);
  mkdirSync(join(next, 'assets'), { recursive: true });
  const there = new Set(own);
  for (const name of new Set(before.flat())) {
    const from = join(folder, 'assets', name);
    if (!there.has(name) && existsSync(from)) copyFileSync(from, join(next, 'assets', name));
  }
  writeFileSync(join(next, listName), [own, ...before].map((build) => build.join('\n')).join('\n\n'));
  const old = `${next}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(next, folder);
  rmSync(old, { recursive: true, force: true });
}
