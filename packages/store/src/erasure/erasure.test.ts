// Erasure to the byte: after an order, and after the restore of a backup that is older than the order, nothing of the subject is found in the files of the
// database, its logs, the lists outside or an unsealed backup; and the audit still verifies.

import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantFromMs } from '@anwang/core/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import { sealOnce, verifyAudit } from '../audit/index.ts';
import { backup, restore } from '../backup/index.ts';
import { type Cluster, startCluster } from '../cluster/index.ts';
import { readDraft, saveDraft } from '../drafts/index.ts';
import { writeFile } from '../files/index.ts';
import { claimKey, keepAnswer } from '../idempotency/index.ts';
import { blind, ErasedError, newKeyRing } from '../keys/index.ts';
import { createDatabase, migrate } from '../schema/index.ts';
import { connectAs, embeddedTargets, openStore, type Store, type Targets } from '../session/index.ts';
import { fillDecisions } from '../testing/decisions.ts';
import { fillUndecided, undecided } from '../testing/undecided.ts';
import { putReporter } from '../vault/index.ts';
import { expunge } from './index.ts';

const ring = newKeyRing();
const subject = '01a20000-0000-7000-8000-0000000000c1';
const other = '01a20000-0000-7000-8000-0000000000c2';
const report = '01a20000-0000-7000-8000-0000000000e1';
const record = '01a20000-0000-7000-8000-0000000000f1';
const caseId = '01a20000-0000-7000-8000-0000000000d1';
const unit = '01a20000-0000-7000-8000-0000000000a1';
/** What must be nowhere: each in a place of its own. */
const canaries = [
  '蘇詩涵甲',
  'A298765432',
  '0912345678甲',
  '敘述金絲雀一',
  '事件金絲雀二',
  '附件金絲雀三',
  '通報人金絲雀四',
  '外送金絲雀五',
  '回覆金絲雀六',
  '草稿金絲雀七',
  '地址金絲雀八',
  '緊急金絲雀九',
  '查看金絲雀十',
  '合併金絲雀子',
  '保護金絲雀丑',
  '不同金絲雀寅',
  '覆核金絲雀卯',
  '爭議金絲雀辰',
  '裁定金絲雀巳',
  '連結金絲雀午',
  '證據金絲雀未',
  '候選答覆申',
  '候選敘述申',
  '候選證據申',
  '候選去處申',
  '候選理由申',
];

type Place = { readonly folder: string; readonly cluster: Cluster; readonly targets: Targets; readonly store: Store };
const places: Place[] = [];
let folder: string;

async function open(name: string, migrated: boolean): Promise<Place> {
  const data = join(folder, name);
  const cluster = await startCluster({ data });
  const targets = embeddedTargets(cluster, 'anwang');
  await createDatabase(targets.owner, 'anwang');
  if (migrated) await migrate(targets.owner, { passwords: cluster.secrets });
  const place = { folder: data, cluster, targets, store: openStore({ targets, ring }) };
  places.push(place);
  return place;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anwang-erasure-'));
  // Open for passing through: as root, PostgreSQL runs as another account and would otherwise keep its files elsewhere.
  chmodSync(folder, 0o711);
});
afterAll(async () => {
  for (const place of places) {
    await place.store.close();
    await place.cluster.stop();
  }
  rmSync(folder, { recursive: true, force: true });
});

async function fill({ targets, store }: Place): Promise<void> {
  const owner = await connectAs(targets.owner, 'test');
  await owner.query(`insert into org.county (id, iso, name_zh, name_en) values ('90000', 'X', '縣', 'County');
    insert into org.unit (id, county, kind, name_zh, name_en) values ('${unit}', '90000', 'desk', '中心', 'Desk')`);
  await owner.end();
  await store.withActor(systemActors.seeder, 'system', { route: 'test.fill' }, async (tx) => {
    const seal = (text: string, what: 'record' | 'contact' | 'identifier' | 'case' | 'report', of = subject) =>
      tx.keys.seal(of, what, text);
    await tx
      .insertInto('people.person')
      .values([
        { id: subject, county: '90000', name: '蘇詩涵甲', birth_date: '2011-05-06' },
        { id: other, county: '90000', name: '林留下' },
      ])
      .execute();
    await tx
      .insertInto('people.record')
      .values({
        id: record,
        source: 'report',
        county: '90000',
        subject_id: record,
        sealed: await seal('蘇詩涵甲 A298765432', 'record', record),
      })
      .execute();
    await tx
      .insertInto('people.link')
      .values({ record_id: record, person_id: subject, county: '90000', state: 'confirmed', basis: 'founding', weight: 0, reasons: '[]' })
      .execute();
    await tx
      .insertInto('people.identifier')
      .values({
        person_id: subject,
        kind: 'nationalId',
        subject_id: subject,
        sealed: await seal('A298765432', 'identifier'),
        key_id: 'index-1',
        whole: blind(ring, 'whole', 'nationalId', 'A298765432'),
        valid: true,
      })
      .execute();
    await tx
      .insertInto('people.contact')
      .values([
        {
          person_id: subject,
          county: '90000',
          kind: 'phone',
          subject_id: subject,
          sealed: await seal('0912345678甲', 'contact'),
          source: 'report',
        },
        {
          person_id: subject,
          county: '90000',
          kind: 'residenceAddress',
          subject_id: subject,
          sealed: await seal('地址金絲雀八', 'contact'),
          source: 'report',
        },
      ])
      .execute();
    await tx
      .insertInto('people.search_key')
      .values({ key: blind(ring, 'search', 'name', '蘇詩涵甲'), kind: 'name', person_id: subject, county: '90000' })
      .execute();
    await tx
      .insertInto('intake.report')
      .values({
        id: report,
        number: '1',
        county: '90000',
        channel: 'ecare',
        reporter_kind: 'teacher',
        subject_id: report,
        band: 'low',
        band_source: 'rule',
        triage_due: '2026-01-01T00:00:00Z',
        desk_due: '2026-01-01T00:00:00Z',
        next_due: '2026-01-01T00:00:00Z',
        pack_version: '1',
        created_by: systemActors.seeder.id,
      })
      .execute();
    await tx
      .insertInto('intake.report_text')
      .values({
        report_id: report,
        part: 'narrative',
        county: '90000',
        subject_id: report,
        sealed: await seal('敘述金絲雀一', 'report', report),
      })
      .execute();
    await tx
      .insertInto('intake.report_person')
      .values({ report_id: report, county: '90000', role: 'subject', record_id: record, person_id: subject })
      .execute();
    await putReporter(tx, { reportId: report, county: '90000', subjectId: report, identity: { name: '通報人金絲雀四' } });
    await tx
      .insertInto('casework.case')
      .values({
        id: caseId,
        number: 'VF-1',
        county: '90000',
        unit_id: unit,
        programme: 'p',
        pack_version: '1',
        side: 'family',
        subject_person_id: subject,
        title: '蘇詩涵甲家庭',
        stage: 's',
        status: 'open',
        received_at: '2026-01-01T00:00:00Z',
      })
      .execute();
    await tx
      .insertInto('casework.event')
      .values({
        case_id: caseId,
        seq: 1,
        county: '90000',
        type: 'noteAdded',
        happened_at: '2026-01-01T00:00:00Z',
        actor_id: systemActors.seeder.id,
        facts: '{}',
        subject_id: subject,
        sealed: await seal('事件金絲雀二', 'case'),
      })
      .execute();
    await tx.outbox('referral.sent', { caseId }, { subjectId: subject, personal: '外送金絲雀五' });
    await saveDraft(tx, `case:${caseId}:note`, { text: '草稿金絲雀七' }, instantFromMs(0));
    await keepAnswer(tx, { key: 'key-00000001', digest: Buffer.from('d') }, { name: '回覆金絲雀六' });
    const content = (async function* () {
      yield Buffer.from('附件金絲雀三');
    })();
    await writeFile(
      tx,
      {
        id: '01a20000-0000-7000-8000-0000000000b1',
        owner: { kind: 'case', id: caseId },
        county: '90000',
        subjectId: subject,
        name: '蘇詩涵甲.txt',
      },
      content,
      { limit: 1000, typeOf: () => 'text/plain' },
    );
    tx.audit({ action: 'person.read', personIds: [subject], query: '蘇詩涵甲' });
    await tx.outbox('kept', {}, { subjectId: other, personal: '留下的' });
  });
  // An older version of a row, and statistics with the name: both lie in files of their own.
  await store.withActor(systemActors.seeder, 'system', { route: 'test' }, (tx) =>
    tx.updateTable('people.person').set({ sex: 'female' }).where('id', '=', subject).execute(),
  );
  const again = await connectAs(targets.owner, 'test');
  await again.query('analyze people.person; analyze casework."case"');
  await again.end();
}

/** Every file under a folder that holds one of the texts, in UTF-8. */
function filesWith(start: string, texts: readonly string[]): string[] {
  const needles = texts.map((text) => Buffer.from(text, 'utf8'));
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size > 0 && needles.some((needle) => readFileSync(path).includes(needle)));
}

test('nothing is left after the order, nor after the restore of an older backup; the audit verifies both times', async () => {
  const here = await open('here', true);
  await fill(here);
  await fillDecisions(here.targets, here.store, { subject, other, report, unit });
  await fillUndecided(here.store, { subject, other });
  const heads = join(folder, 'heads.jsonl');
  const list = join(folder, 'erasures.jsonl');
  const file = join(folder, 'older.backup');
  await sealOnce(here.store, heads);
  await backup(here.targets.owner, ring, file);
  // Without the erasure the name is there: the search can find.
  expect(filesWith(here.folder, ['蘇詩涵甲'])).not.toEqual([]);

  const done = await expunge(
    here.targets.owner,
    ring,
    { personIds: [subject], orderRef: '少觀字第1號', legalBasis: '少事法83-1', orderedBy: systemActors.seeder.id },
    list,
  );
  // A report that may be about somebody else stays until a person has decided, and the order says so.
  expect(done.notices).toEqual([expect.stringMatching(/候選either.*Decide the candidates, then run the order again/s)]);
  expect(done.counts).toMatchObject({
    'people.person': 1,
    'casework.event': 1,
    'casework.case': 1,
    'files.file': 1,
    'vault.entry': 1,
    'people.contact': 2,
    'system.outbox': 1,
    'system.draft': 2,
    'system.notice': 1,
    'people.shielding': 1,
    'audit.reason': 2,
    'access.break_glass': 1,
    'intake.proposal': 1,
    'intake.review': 1,
    'intake.dispatch': 1,
    'intake.evidence_decision': 1,
  });
  expect(filesWith(folder, canaries)).toEqual([]);

  const asSeeder = <Result>(work: (tx: Parameters<Parameters<Store['withActor']>[3]>[0]) => Promise<Result>): Promise<Result> =>
    here.store.withActor(systemActors.seeder, 'system', { route: 'test.fill' }, work);
  await expect(asSeeder((tx) => claimKey(tx, { key: 'key-00000001', digest: Buffer.from('d') }))).rejects.toThrow(ErasedError);
  expect(await asSeeder((tx) => readDraft(tx, `case:${caseId}:note`))).toBeNull();
  const textOf = async (which: keyof typeof undecided): Promise<string> =>
    asSeeder(async (tx) => {
      const { report: id } = undecided[which];
      const row = await tx.selectFrom('intake.report_text').select('sealed').where('report_id', '=', id).executeTakeFirstOrThrow();
      return row.sealed.length === 0 ? '' : tx.keys.open(row.sealed);
    });
  expect([await textOf('alone'), await textOf('either')]).toEqual(['', '候選敘述留']);
  // Others stay.
  expect(await asSeeder((tx) => tx.selectFrom('people.person').select('name').where('id', '=', other).executeTakeFirst())).toEqual({
    name: '林留下',
  });

  await sealOnce(here.store, heads);
  const owner = await connectAs(here.targets.owner, 'test');
  expect((await verifyAudit(owner, ring, heads)).findings).toEqual([]);
  await owner.end();

  const there = await open('there', false);
  const restored = await restore(there.targets.owner, ring, {
    file,
    headsFile: heads,
    erasuresFile: list,
    passwords: there.cluster.secrets,
  });
  expect([restored.erasures, restored.notices]).toEqual([1, [expect.stringContaining('候選either')]]);
  expect(filesWith(folder, canaries)).toEqual([]);
  await sealOnce(there.store, heads);
  const thereOwner = await connectAs(there.targets.owner, 'test');
  const stone = await thereOwner.query('select order_ref from erasure.tombstone');
  expect(stone.rows).toEqual([{ order_ref: '少觀字第1號' }]);
  expect((await verifyAudit(thereOwner, ring, heads)).findings).toEqual([]);
  await thereOwner.end();
}, 180_000);
