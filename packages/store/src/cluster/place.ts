// Where the database files, the binaries and the socket lie. Normally all under the data folder; when root starts us in a folder other users
// may not enter, the account that runs PostgreSQL cannot reach it, and the database moves to a folder of its own (said in a sentence, found again by a pointer file).

import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { RunAs } from './account.ts';
import { binariesName } from './binaries.ts';
import { isReachable } from './reachable.ts';

export type Place = {
  /** PGDATA */
  readonly database: string;
  /** Folder of bin/, lib/, share/ that the account may execute */
  readonly binaries: string;
  /** 0700 folder of the socket, short enough for sun_path */
  readonly socket: string;
  /** Sentences for the person who starts us; empty when everything lies where it is expected */
  readonly notices: readonly string[];
};

const pointer = 'postgres.at';
const homes = ['/var/lib', '/var/tmp', tmpdir()];
const longestSocketFolder = 80;

/** Decides the places for one data folder and makes the folders with the right owner. `data` exists already. */
export function choosePlace(data: string, binaries: string, account: RunAs | undefined): Place {
  const notices: string[] = [];
  const database = chooseDatabase(data, account, notices);
  return {
    database,
    binaries: account ? reachableBinaries(binaries, account) : binaries,
    socket: makeSocketFolder(data, account),
    notices,
  };
}

/** Where the database of a data folder lies, or would by default. */
export function databaseOf(data: string): string {
  const file = join(data, pointer);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : join(data, 'postgres');
}

function chooseDatabase(data: string, account: RunAs | undefined, notices: string[]): string {
  const file = join(data, pointer);
  if (existsSync(file)) {
    const elsewhere = databaseOf(data);
    notices.push(`此資料夾的資料庫位於 ${elsewhere}。\nThe database of this data folder lies in ${elsewhere}.`);
    return elsewhere;
  }
  const here = join(data, 'postgres');
  if (!account || existsSync(here) || isReachable(data, account)) return here;
  // Never the same folder twice: what lies there of a data folder that was removed has other passwords and keys.
  const home = ownFolder(account);
  const mine = `data-${shortHash(resolve(data))}`;
  const left = readdirSync(home).filter((name) => name.startsWith(mine));
  const elsewhere = join(home, `${mine}-${randomBytes(3).toString('hex')}`);
  writeFileSync(file, `${elsewhere}\n`);
  for (const name of left)
    notices.push(
      `先前同一位置的資料夾已移除，但其資料庫檔案仍在 ${join(home, name)}；若不再需要，請刪除。\n` +
        `An earlier data folder in this place was removed, but its database files still lie in ${join(home, name)}. Remove them if nothing there is needed.`,
    );
  notices.push(
    `PostgreSQL 不以 root 執行，改以「${account.name}」執行，而此帳號不得進入 ${data}，因此資料庫檔案放在 ${elsewhere}（只有「${account.name}」與 root 能讀；位置記在 ${file}）。若要放在這裡，請以一般使用者啟動，或開放上層資料夾的通行權限。\n` +
      `PostgreSQL may not run as root and runs as “${account.name}”, who may not enter ${data}. Its files are therefore kept in ${elsewhere} ` +
      `(only “${account.name}” and root can read them; ${file} remembers it). To keep them here, start as an ordinary user or open the folders above for passing through.`,
  );
  return elsewhere;
}

function ownFolder(account: RunAs): string {
  for (const home of homes) {
    const folder = join(home, `anwang-${account.name}`);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o711 });
      chmodSync(folder, 0o711);
      if (isReachable(folder, account)) return folder;
    } catch {
      // A read-only or missing home: try the next one.
    }
  }
  return join(tmpdir(), `anwang-${account.name}`);
}

/** Copies the binaries (60 MB) to a place the account may enter when the installation lies in a closed folder. */
function reachableBinaries(binaries: string, account: RunAs): string {
  if (isReachable(binaries, account)) return binaries;
  const copy = join(ownFolder(account), `postgresql-${binariesName(binaries)}-${shortHash(binaries)}`);
  if (existsSync(join(copy, 'bin', 'postgres'))) return copy;
  const half = `${copy}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  cpSync(binaries, half, { recursive: true, dereference: false, verbatimSymlinks: true });
  renameSync(half, copy);
  return copy;
}

function makeSocketFolder(data: string, account: RunAs | undefined): string {
  const wanted = join(resolve(data), 'run');
  const usable = wanted.length <= longestSocketFolder && (!account || isReachable(data, account));
  const folder = usable ? wanted : join(tmpdir(), `anwang-${process.getuid?.() ?? 0}-${shortHash(resolve(data))}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  return folder;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
