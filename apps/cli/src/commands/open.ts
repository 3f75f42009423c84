// Every command that needs the database comes to it the same way: settings, installation, work, and a clean end whatever happens.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { explainTrouble, type Installation, openInstallation } from '@anwang/store/installation';
import { Failure } from '../failure.ts';
import { readSettings } from '../settings.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** A mistyped folder is said: an empty one made in passing would verify, and back up, nothing. */
const mustBeThere = (data: string): void => {
  if (existsSync(join(data, 'postgres'))) return;
  const folder = resolve(data);
  throw new Failure(
    2,
    `${folder} 裡沒有安網的資料。請以 --data 指定資料夾（npm start 用的那一個）。`,
    `${folder} holds no data of Anwang. Name the folder that npm start uses with --data DIR.`,
  );
};

/** Runs `work` with the installation of a data folder, migrated; closes it in any case. Only what says that it `begins` one may make it. */
export const withInstallation = async <T>(
  data: string | undefined,
  work: (installation: Installation, folder: string) => Promise<T>,
  options: { readonly migrate?: boolean; readonly beside?: boolean; readonly begins?: boolean } = {},
): Promise<T> => {
  const settings = readSettings(data);
  if (!options.begins && settings.databaseUrl === undefined) mustBeThere(settings.data);
  const stop = stopOnSignal();
  const installation = await openInstallation({
    data: settings.data,
    databaseUrl: settings.databaseUrl,
    migrationsUrl: settings.migrationsUrl,
    keys: settings.keys,
    pooled: settings.pooled,
    beside: options.beside !== false,
  });
  stop.opened(installation);
  try {
    if (options.migrate !== false) await installation.migrate();
    return await work(installation, settings.data);
  } catch (error) {
    throw explainTrouble(error, settings.data);
  } finally {
    await stop.close();
  }
};
