// Attachments: what goes in comes out, piece by piece; nothing clear at rest; too large leaves nothing; infected is closed; halves are swept; rights follow the record.

import { createHash, randomBytes } from 'node:crypto';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import type { Tx } from '../session/index.ts';
import { findFile, listFiles, pieceBytes, readFile, scanFile, sweepUploads, TooLargeError, writeFile } from './index.ts';

const id = (at: number): string => `01a20000-0000-7000-8000-${String(at).padStart(12, '0')}`;
const desk = { id: id(1) };
const stranger = { id: id(2) };
const report = id(50);
let database: TestDatabase;
let owner: Client;
beforeAll(async () => {
  database = await temporaryDatabase();
  owner = await database.owner();
  const account = (who: { id: string }, county: string) =>
    `insert into org.account (id, county, username, name) values ('${who.id}', '${county}', '${who.id}', 'n'); insert into org."grant" (account_id, role, reach_kind, reach_id) values ('${who.id}', 'deskOfficer', 'county', '${county}')`;
  await owner.query(
    [
      `insert into org.county (id, iso, name_zh, name_en) values ('90000', 'X', '縣', 'C'), ('91000', 'Y', '縣', 'C')`,
      account(desk, '90000'),
      account(stranger, '91000'),
      `insert into intake.report (id, number, county, channel, reporter_kind, subject_id, band, band_source, triage_due, desk_due, next_due, pack_version) values ('${report}', '1', '90000', 'c', 'teacher', '${report}', 'low', 'rule', now(), now(), now(), '1')`,
    ].join(';\n'),
  );
});
afterAll(() => database.close());

const as = <Result>(
  actor: { id: string },
  work: (tx: Tx) => Promise<Result>,
  purpose: 'screening' | 'system' = 'screening',
): Promise<Result> => database.store.withActor(actor, purpose, { route: 'test' }, work);
async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const put = (fileId: string, bytes: Buffer, limit = 10_000_000) =>
  as(desk, (tx) =>
    writeFile(
      tx,
      { id: fileId, owner: { kind: 'report', id: report }, county: '90000', subjectId: report, name: '傷勢照片.jpg' },
      chunks(bytes, 70_001),
      { limit, typeOf: (head) => (head[0] === 1 ? 'image/jpeg' : 'application/octet-stream') },
    ),
  );
const get = async (actor: { id: string }, fileId: string): Promise<Buffer> =>
  as(actor, async (tx) => {
    const parts: Buffer[] = [];
    for await (const part of readFile(tx, fileId)) parts.push(part);
    return Buffer.concat(parts);
  });

test('sizes around a piece come back the same, typed by content, with the digest of the clear bytes', async () => {
  for (const [at, size] of [0, 1, pieceBytes - 1, pieceBytes, pieceBytes + 1, 3 * pieceBytes + 7].entries()) {
    const bytes = randomBytes(size);
    if (size > 0) bytes[0] = 1;
    const written = await put(id(100 + at), bytes);
    expect(written).toMatchObject({
      size,
      digest: createHash('sha256').update(bytes).digest('hex'),
      mediaType: size > 0 ? 'image/jpeg' : 'application/octet-stream',
      scan: 'pending',
    });
    expect((await get(desk, id(100 + at))).equals(bytes)).toBe(true);
  }
  const facts = await as(desk, (tx) => listFiles(tx, { kind: 'report', id: report }));
  expect(facts.map((one) => one.name)).toContain('傷勢照片.jpg');
  expect((await owner.query(`select 1 from files.file where encode(name_sealed, 'escape') like '%jpg%'`)).rowCount).toBe(0);
});

test('a file that is too large leaves nothing behind', async () => {
  await expect(put(id(200), randomBytes(5000), 4999)).rejects.toThrow(TooLargeError);
  expect((await owner.query('select from files.file where id = $1', [id(200)])).rowCount).toBe(0);
  expect((await owner.query('select from files.piece where file_id = $1', [id(200)])).rowCount).toBe(0);
});

test('who does not reach the record does not reach its files', async () => {
  await put(id(201), Buffer.from([1, 2, 3]));
  expect(await as(stranger, (tx) => findFile(tx, id(201)))).toBeUndefined();
  expect((await get(stranger, id(201))).length).toBe(0);
  await expect(
    as(stranger, (tx) =>
      tx
        .insertInto('files.piece')
        .values({ file_id: id(201), position: 9, sealed: Buffer.from('x') })
        .execute(),
    ),
  ).rejects.toMatchObject({ code: '42501' });
  // A whole file is not written to again, not even by its maker.
  await expect(
    as(desk, (tx) =>
      tx
        .insertInto('files.piece')
        .values({ file_id: id(201), position: 9, sealed: Buffer.from('x') })
        .execute(),
    ),
  ).rejects.toMatchObject({ code: '42501' });
});

test('an infected file is closed, a clean one stays, without a scanner it is marked as not scanned', async () => {
  await put(id(202), Buffer.from('virus'));
  await put(id(203), Buffer.from('fine'));
  const scanner = async (content: AsyncIterable<Uint8Array>): Promise<'clean' | 'infected'> => {
    let text = '';
    for await (const part of content) text += Buffer.from(part).toString();
    return text === 'virus' ? 'infected' : 'clean';
  };
  const clock = <Result>(work: (tx: Tx) => Promise<Result>) => as(systemActors.clock, work, 'system');
  expect(await clock((tx) => scanFile(tx, id(202), scanner))).toBe('infected');
  expect(await clock((tx) => scanFile(tx, id(203), scanner))).toBe('clean');
  expect(await as(desk, (tx) => findFile(tx, id(202)))).toBeUndefined();
  expect((await get(desk, id(202))).length).toBe(0);
  expect((await as(desk, (tx) => findFile(tx, id(203))))?.scan).toBe('clean');
  expect(await clock((tx) => scanFile(tx, id(203), undefined))).toBe('notScanned');
  expect(await clock((tx) => scanFile(tx, id(999), scanner))).toBe('gone');
});

test('uploads that never ended are swept after their time, younger ones stay', async () => {
  for (const [at, hours] of [30, 1].entries())
    await owner.query(
      `insert into files.file (id, county, report_id, subject_id, name_sealed, created_by, created_at) values ($1, '90000', $2, $2, '', $3, now() - make_interval(hours => $4))`,
      [id(300 + at), report, desk.id, hours],
    );
  expect(await as(systemActors.clock, (tx) => sweepUploads(tx, 24), 'system')).toBe(1);
  expect((await owner.query(`select id from files.file where state = 'uploading'`)).rows).toEqual([{ id: id(301) }]);
});
