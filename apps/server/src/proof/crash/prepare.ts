// A data folder with two counties, a seat for every role and their logins, made before anything is killed.

import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInstallation } from '@anwang/store/installation';
import { connectAs } from '@anwang/store/session';
import { openAuth } from '../../auth/index.ts';
import { signInSecret } from '../../sign-in-secret.ts';
import { password } from '../../testing/arrange.ts';
import { arrangeEveryone, type Everyone } from '../../testing/everyone.ts';

export type Prepared = { readonly folder: string; readonly data: string; readonly everyone: Everyone };

/** Makes the folder; the caller removes it. Durable as in production: fsync on. */
export async function prepare(): Promise<Prepared> {
  const folder = mkdtempSync(join(tmpdir(), 'anwang-crash-'));
  chmodSync(folder, 0o711);
  const data = join(folder, 'data');
  const installation = await openInstallation({ data });
  try {
    await installation.migrate();
    const owner = await connectAs(installation.targets.owner, 'prepare');
    const everyone = await arrangeEveryone(owner);
    await owner.end();
    const auth = await openAuth({
      target: installation.targets.auth,
      settings: { origin: 'http://127.0.0.1', secret: signInSecret(installation.keyFile, false), sessionHours: 12, providers: [] },
    });
    for (const name of ['a.screener', 'a.reviewer', 'a.supervisor', 'a.worker']) {
      const seat = everyone.seats[name];
      if (seat) await auth.provision({ id: seat.id, userName: seat.userName, name: seat.userName }, password);
    }
    await auth.close();
    return { folder, data, everyone };
  } finally {
    await installation.close();
  }
}
