// What happens to files afterwards: a scanner (a hook of the operator) says whether they are clean, and halves of uploads that never ended are removed.

import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { readFile } from './read-file.ts';

/** The operator's scanner. Without one, files are marked `notScanned`, and the screens say so. */
export type Scanner = (content: AsyncIterable<Uint8Array>) => Promise<'clean' | 'infected'>;

/** Scans one file and records the result; infected files cannot be read from then on. Runs as the clock. */
export async function scanFile(tx: Tx, id: string, scanner: Scanner | undefined): Promise<'clean' | 'infected' | 'notScanned' | 'gone'> {
  const found = await tx.selectFrom('files.file').select('id').where('id', '=', id).where('state', '=', 'whole').executeTakeFirst();
  if (!found) return 'gone';
  const verdict = scanner ? await scanner(readFile(tx, id)) : 'notScanned';
  await tx.updateTable('files.file').set({ scan: verdict, scanned_at: sql<string>`now()` }).where('id', '=', id).execute();
  tx.audit({ action: 'file.scan', ids: [id], detail: { verdict } });
  return verdict;
}

/** Removes uploads that were begun more than `hours` ago and never became whole. Runs as the clock. Returns how many. */
export async function sweepUploads(tx: Tx, hours: number): Promise<number> {
  const done = await tx
    .deleteFrom('files.file')
    .where('state', '=', 'uploading')
    .where(sql<boolean>`created_at < now() - make_interval(hours => ${hours}::int)`)
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}
