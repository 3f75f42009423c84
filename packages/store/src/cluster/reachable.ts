// May another user walk down to this path? Answers from the mode bits of every folder above it, which is what the kernel will ask.
// (Access control lists can say more than the bits; then we answer "no" and the database is kept elsewhere, which is safe.)

import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { RunAs } from './account.ts';

/** True when `account` may enter every folder above `path` and `path` itself (as far as it exists yet). */
export function isReachable(path: string, account: RunAs): boolean {
  let folder = resolve(path);
  while (!existsSync(folder)) folder = dirname(folder);
  const chain: string[] = [];
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    chain.push(at);
    if (at === dirname(at)) break;
  }
  return chain.every((at) => mayEnter(at, account));
}

function mayEnter(folder: string, account: RunAs): boolean {
  const stat = lstatSync(folder);
  if (!stat.isDirectory()) return true;
  if (stat.uid === account.uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === account.gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}
