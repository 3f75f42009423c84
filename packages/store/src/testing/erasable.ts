// A person who is to be erased, known to every place that may hold something personal: each with a word of its own to look for.

import { instantFromMs } from '@anwang/core/time';
import { systemActors } from '../access/index.ts';
import { saveDraft } from '../drafts/index.ts';
import { writeFile } from '../files/index.ts';
import { keepAnswer } from '../idempotency/index.ts';
import { blind, type KeyRing } from '../keys/index.ts';
import { connectAs, type Store, type Targets } from '../session/index.ts';
import { putReporter } from '../vault/index.ts';
import { tellReport } from './told-report.ts';

export const subject = '01a20000-0000-7000-8000-0000000000c1';
export const other = '01a20000-0000-7000-8000-0000000000c2';
export const report = '01a20000-0000-7000-8000-0000000000e1';
const record = '01a20000-0000-7000-8000-0000000000f1';
export const caseId = '01a20000-0000-7000-8000-0000000000d1';
export const unit = '01a20000-0000-7000-8000-0000000000a1';
/** What must be nowhere: each in a place of its own. */
export const canaries = [
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
  '補登金絲雀戌',
];

/** Puts the person, and one who stays, into the database. */
export async function fillErasable({
  targets,
  store,
  ring,
}: {
  readonly targets: Targets;
  readonly store: Store;
  readonly ring: KeyRing;
}): Promise<void> {
  const owner = await connectAs(targets.owner, 'test');
  await owner.query(`insert into org.county (id, iso, name_zh, name_en) values ('90000', 'X', '縣', 'County');
    insert into org.unit (id, county, kind, name_zh, name_en) values ('${unit}', '90000', 'desk', '中心', 'Desk')`);
  await owner.end();
  await store.withActor(systemActors.seeder, 'system', { route: 'test.fill' }, async (tx) => {
    const seal = (text: string, what: 'contact' | 'identifier' | 'case') => tx.keys.seal(subject, what, text);
    await tx
      .insertInto('people.person')
      .values([
        { id: subject, county: '90000', name: '蘇詩涵甲', birth_date: '2011-05-06' },
        { id: other, county: '90000', name: '林留下' },
      ])
      .execute();
    await tellReport(tx, {
      id: report,
      number: '1',
      county: '90000',
      record,
      told: '蘇詩涵甲 A298765432',
      narrative: '敘述金絲雀一',
      person: subject,
    });
    const told = await tx.selectFrom('intake.report_person').select('id').where('report_id', '=', report).executeTakeFirstOrThrow();
    await tx
      .insertInto('intake.learned_fact')
      .values({
        report_id: report,
        report_person_id: told.id,
        record_id: record,
        county: '90000',
        subject_id: record,
        kind: 'school',
        sealed: await tx.keys.seal(record, 'record', '補登金絲雀戌'),
        said_by: 'school',
        said_at: '2026-01-02T00:00:00Z',
        taken_by: systemActors.seeder.id,
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
