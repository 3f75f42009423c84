// Erasure to the byte: after an order, and after the restore of a backup that is older than the order, nothing of the subject is found in the files of the
// database, its logs, the lists outside or an unsealed backup; and the audit still verifies.

import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import { sealOnce, verifyAudit } from '../audit/index.ts';
import { backup, restore } from '../backup/index.ts';
import { type Cluster, startCluster } from '../cluster/index.ts';
import { readDraft } from '../drafts/index.ts';
import { claimKey } from '../idempotency/index.ts';
import { ErasedError, newKeyRing } from '../keys/index.ts';
import { createDatabase, migrate } from '../schema/index.ts';
import { connectAs, embeddedTargets, openStore, type Store, type Targets } from '../session/index.ts';
import { fillDecisions } from '../testing/decisions.ts';
import { canaries, caseId, fillErasable, other, report, subject, unit } from '../testing/erasable.ts';
import { fillUndecided, undecided } from '../testing/undecided.ts';
import { expunge } from './index.ts';

const ring = newKeyRing();
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
  await fillErasable({ ...here, ring });
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
  expect([await textOf('alone'), await textOf('either'), await textOf('founded')]).toEqual(['', '候選敘述留', '候選敘述立']);
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
  expect([restored.erasures, restored.notices]).toEqual([1, [expect.stringMatching(/候選either.*候選founded/)]]);
  expect(filesWith(folder, canaries)).toEqual([]);
  await sealOnce(there.store, heads);
  const thereOwner = await connectAs(there.targets.owner, 'test');
  const stone = await thereOwner.query('select order_ref from erasure.tombstone');
  expect(stone.rows).toEqual([{ order_ref: '少觀字第1號' }]);
  expect((await verifyAudit(thereOwner, ring, heads)).findings).toEqual([]);
  await thereOwner.end();
}, 180_000);
