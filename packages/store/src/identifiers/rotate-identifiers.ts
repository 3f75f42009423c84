// New key for the blind indexes of identifiers: each row says under which key it is, so batches can be stopped and resumed; look-ups ask every key of the ring
// meanwhile (blindAll). Encryption of the value is another key and is not touched (house.md, "Identifiers").

import type { Client, QueryResultRow } from 'pg';
import { blind, type KeyRing, nearForms, SubjectKeys } from '../keys/index.ts';

type Row = { readonly id: string; readonly person_id: string; readonly kind: string; readonly sealed: Buffer };

/** Rewrites the indexes of all identifiers that are not under the current index key. Run as owner. Returns how many; erased ones are passed over. */
export async function rotateIdentifiers(
  owner: Client,
  ring: KeyRing,
  options: { readonly batch?: number; readonly onBatch?: (done: number) => void | Promise<void> } = {},
): Promise<number> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (let done = 0; ; ) {
    await owner.query('begin');
    try {
      const rows = (
        await owner.query<Row>(
          'select id, person_id, kind, sealed from people.identifier where key_id <> $1 and id > $2 order by id limit $3 for update',
          [ring.index.current, after, options.batch ?? 500],
        )
      ).rows;
      const keys = new SubjectKeys(
        async <Found extends QueryResultRow>(text: string, values: unknown[]) => (await owner.query<Found>(text, values)).rows,
        ring,
      );
      const opened = await keys.openMany(rows.map((row) => row.sealed));
      for (const [at, row] of rows.entries()) {
        const clear = opened[at];
        if (clear) await rewrite(owner, ring, row, clear.toString('utf8'));
      }
      await owner.query('commit');
      after = rows.at(-1)?.id ?? after;
      done += opened.filter((clear) => clear !== null).length;
      if (rows.length === 0) return done;
      await options.onBatch?.(done);
    } catch (error) {
      await owner.query('rollback').catch(() => undefined);
      throw error;
    }
  }
}

async function rewrite(owner: Client, ring: KeyRing, row: Row, value: string): Promise<void> {
  await owner.query('update people.identifier set whole = $2, key_id = $3 where id = $1', [
    row.id,
    blind(ring, 'whole', row.kind, value),
    ring.index.current,
  ]);
  await owner.query('delete from people.identifier_near where identifier_id = $1', [row.id]);
  const near = nearForms(value);
  await owner.query(
    'insert into people.identifier_near (identifier_id, person_id, blind, form) select $1, $2, n.blind, n.form from unnest($3::bytea[], $4::text[]) as n(blind, form) on conflict do nothing',
    [row.id, row.person_id, near.map(({ form, text }) => blind(ring, form, row.kind, text)), near.map(({ form }) => form)],
  );
}
