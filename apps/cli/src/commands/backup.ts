// `anwang backup FILE` and `anwang restore FILE`: one consistent, encrypted snapshot without keys; restored into an empty database only.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backup, restore } from '@anwang/store/backup';
import { defaultKeyFile } from '@anwang/store/installation';
import { Failure } from '../failure.ts';
import { readSettings } from '../settings.ts';
import { headsFile } from './audit.ts';
import { withInstallation } from './open.ts';

/** List of erasures of a data folder: replayed after every restore. */
export const erasuresFile = (data: string): string => join(data, 'erasures.jsonl');

/** Writes a snapshot. */
export const backupTo = (data: string | undefined, file: string | undefined): Promise<void> => {
  if (file === undefined) throw new Failure(2, '請指定備份檔：anwang backup FILE', 'Name the file: anwang backup FILE');
  if (existsSync(file)) throw new Failure(1, `${file} 已存在，不會覆寫。`, `${file} exists and is not overwritten.`);
  return withInstallation(data, async ({ targets, ring }) => {
    const report = await backup(targets.owner, ring, file);
    process.stdout.write(
      `備份完成：${report.tables} 個資料表、${report.rows} 筆。 Backup written: ${report.tables} tables, ${report.rows} rows. ${file}\n`,
    );
    process.stdout.write(`主體金鑰在 ${file}.keys，請分開保存。 The subjects' keys lie in ${file}.keys: keep them apart.\n`);
  });
};

/** Reads a snapshot into an empty database. */
export const restoreFrom = (data: string | undefined, file: string | undefined, keysFile: string | undefined): Promise<void> => {
  if (file === undefined)
    throw new Failure(2, '請指定備份檔：anwang restore FILE [--keys FILE]', 'Name the file: anwang restore FILE [--keys FILE]');
  for (const each of [file, keysFile ?? `${file}.keys`])
    if (!existsSync(each)) throw new Failure(2, `找不到備份檔 ${each}。`, `There is no backup file ${each}.`);
  // Nothing opens without the keys that made it: begun without them, new ones would be made, and stand where those belong.
  const settings = readSettings(data);
  const keys = settings.keys ?? defaultKeyFile(settings.data);
  if (!existsSync(keys))
    throw new Failure(
      2,
      `找不到金鑰檔 ${keys}。請先把製作備份那套系統的金鑰檔放到這裡，或以 ANWANG_KEYS 指定。`,
      `There is no key file ${keys}. Put the key file of the installation that made the backup there first, or name it with ANWANG_KEYS.`,
    );
  return withInstallation(
    data,
    async ({ targets, ring, cluster }, folder) => {
      const report = await restore(targets.owner, ring, {
        file,
        headsFile: headsFile(folder),
        erasuresFile: erasuresFile(folder),
        ...(keysFile === undefined ? {} : { keysFile }),
        ...(cluster === null ? {} : { passwords: cluster.secrets }),
      });
      process.stdout.write(
        `還原完成：${report.tables} 個資料表、${report.rows} 筆，並重新執行 ${report.erasures} 件刪除命令。 Restored: ${report.tables} tables, ${report.rows} rows; ${report.erasures} erasure orders carried out again.\n`,
      );
      for (const notice of report.notices) process.stdout.write(`${notice}\n`);
    },
    { migrate: false, begins: true },
  );
};
