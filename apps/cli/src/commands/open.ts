// Every command that needs the database comes to it the same way: settings, installation, work, and a clean end whatever happens.

import { explainTrouble, type Installation, openInstallation } from '@anwang/store/installation';
import { readSettings } from '../settings.ts';

/** Runs `work` with the installation of a data folder, migrated; closes it in any case. */
export const withInstallation = async <T>(
  data: string | undefined,
  work: (installation: Installation, folder: string) => Promise<T>,
  options: { readonly migrate?: boolean; readonly beside?: boolean } = {},
): Promise<T> => {
  const settings = readSettings(data);
  const installation = await openInstallation({
    data: settings.data,
    databaseUrl: settings.databaseUrl,
    migrationsUrl: settings.migrationsUrl,
    keys: settings.keys,
    pooled: settings.pooled,
    beside: options.beside !== false,
  });
  try {
    if (options.migrate !== false) await installation.migrate();
    return await work(installation, settings.data);
  } catch (error) {
    throw explainTrouble(error, settings.data);
  } finally {
    await installation.close();
  }
};
