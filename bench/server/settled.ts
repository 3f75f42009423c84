// Has the server finished what it does once with a log that was written in one go? Verifying ten million rows takes a core for minutes, once; afterwards every
// five minutes only what is new. A load measured beside the first would say nothing of a working day.

import { setTimeout as sleep } from 'node:timers/promises';
import { openInstallation } from '@anwang/store/installation';
import { connectOwner } from '@anwang/store/session';

const MANY = 1_000_000;
const PATIENCE_MS = 15 * 60_000;

/** Waits until fewer than a million sealed rows are unverified, a quarter of an hour at most. Returns the seconds it took. */
export const settled = async (data: string): Promise<number> => {
  const installation = await openInstallation({ data, beside: true });
  const owner = await connectOwner(installation.store, 'bench');
  const began = performance.now();
  try {
    for (;;) {
      const { rows } = await owner.query<{ n: number }>(`select coalesce(sum(row_count), 0)::float8 as n from audit.block
        where seq > coalesce((select max(to_block) from audit.verification), 0)`);
      const took = performance.now() - began;
      if ((rows[0]?.n ?? 0) < MANY) return took / 1000;
      if (took > PATIENCE_MS) throw new Error('the first verification of the log did not end within a quarter of an hour');
      await sleep(2000);
    }
  } finally {
    await owner.end();
    await installation.close();
  }
};
