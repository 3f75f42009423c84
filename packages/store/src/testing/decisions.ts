// For the tests of erasure: decisions about a person with the words that people typed beside them, each a value that must be nowhere afterwards.

import { instantFromMs } from '@anwang/core/time';
import { systemActors } from '../access/index.ts';
import { keepReason } from '../audit/index.ts';
import { saveDraft } from '../drafts/index.ts';
import { keepAnswer } from '../idempotency/index.ts';
import { connectAs, type Store, type Targets } from '../session/index.ts';

type Ids = Readonly<Record<'subject' | 'other' | 'report' | 'unit', string>>;

/** What was decided about the person, and why: the words beside the codes, in the clear or sealed. */
export async function fillDecisions(targets: Targets, store: Store, { subject, other, report, unit }: Ids): Promise<void> {
  const shield = await store.withActor(systemActors.seeder, 'system', { route: 'test.decide' }, async (tx) => {
    const seen = await keepReason(tx, { subjectId: subject, county: '90000', action: 'person.reveal', text: '查看金絲雀十' });
    tx.audit({ action: 'person.reveal', personIds: [subject], detail: { reason: seen } });
    // A merge of two is sealed under the one who stays: here the other.
    const merged = await keepReason(tx, { subjectId: other, county: '90000', action: 'person.merge', text: '合併金絲雀子' });
    tx.audit({ action: 'person.merge', personIds: [other, subject], detail: { reason: merged } });
    // A reason as a code, as other rows of the log have it.
    tx.audit({ action: 'report.propose', personIds: [subject], detail: { reason: 'duplicate' } });
    const candidate = await tx
      .insertInto('people.record')
      .values({ source: 'report', county: '90000', subject_id: other, sealed: await tx.keys.seal(other, 'record', '林留下') })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('people.link')
      .values({
        record_id: candidate.id,
        person_id: subject,
        county: '90000',
        state: 'candidate',
        basis: 'person',
        weight: 3,
        reasons: JSON.stringify([{ code: 'name', note: '連結金絲雀午' }]),
      })
      .execute();
    const contact = await tx.selectFrom('people.contact').select('id').where('person_id', '=', subject).executeTakeFirstOrThrow();
    const why = await tx.keys.seal(subject, 'contact', '保護金絲雀丑');
    await saveDraft(tx, `report:${report}:proposal`, { differsReason: '草稿金絲雀七' }, instantFromMs(0));
    await keepAnswer(tx, { key: 'key-00000002', digest: Buffer.from('d') }, { note: '回覆金絲雀六' });
    return { contact: contact.id, why };
  });
  const owner = await connectAs(targets.owner, 'test');
  const { id } = systemActors.seeder;
  const proposal = '01a20000-0000-7000-8000-000000000091';
  await owner.query(`
    insert into access.break_glass (account_id, county, kind, target_id, reason, purpose) values ('${id}', '90000', 'person', '${subject}', '緊急金絲雀九：安全有疑慮', 'intake');
    insert into intake.proposal (id, report_id, county, outcome, band, band_source, system_proposal, differs, differs_reason, subject_id, proposed_by, needs_review, review_rule)
      values ('${proposal}', '${report}', '90000', 'accept', 'low', 'person', '{}', true, '不同金絲雀寅', '${report}', '${id}', true, 'r');
    insert into intake.review (proposal_id, report_id, county, decision, reason, reviewed_by) values ('${proposal}', '${report}', '90000', 'sentBack', '覆核金絲雀卯', '${id}');
    insert into intake.dispatch (report_id, county, programme, unit_id, urgency, band, sent_by, accept_due, dispute_reason, arbitration_reason)
      values ('${report}', '90000', 'p', '${unit}', 'ordinary', 'low', '${id}', now(), '{"reason":"otherDistrict","note":"爭議金絲雀辰"}', '裁定金絲雀巳');
    insert into intake.evidence_decision (report_id, county, concept_set, code, decision, lexicon, decided_by)
      values ('${report}', '90000', 'grounds', 'family-adversity', 'confirmed', '1', '${id}');
    update intake.report_text set evidence = '[{"span":"證據金絲雀未"}]' where report_id = '${report}';
    insert into system.notice (county, kind, to_account, person_id, report_id, ref, once) values ('90000', 'report.repeat', '${id}', '${subject}', '${report}', '1', 'a')`);
  await owner.query('update people.contact set hidden = true, hidden_from = $2 where id = $1', [shield.contact, [other]]);
  await owner.query(
    `insert into people.shielding (contact_id, person_id, county, act, hidden_from, subject_id, reason, review_on, done_by)
       values ($1, $2, '90000', 'hide', $3, $2, $4, '2027-01-01', $5)`,
    [shield.contact, subject, [other], shield.why, id],
  );
  await owner.end();
}
