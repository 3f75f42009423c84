// The files of the house without asking git: a start must work in a copy without a repository, and in one that belongs to another user, where git refuses.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What .gitignore leaves out, by the name of the folder. */
const made = new Set(['node_modules', 'dist', 'coverage', 'paraglide']);

/** Paths from `root` of every file under these folders, with forward slashes, in one order everywhere. */
export function listFiles(root: string, folders: readonly string[]): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && !made.has(entry.name)) walk(path);
      } else if (entry.isFile() && !entry.name.endsWith('.log')) found.push(path);
    }
  };
  for (const folder of folders) walk(folder);
  return found.sort();
}
