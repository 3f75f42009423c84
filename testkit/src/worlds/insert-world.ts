// Writes a random world into a temporary database, as owner, and takes it out again.

import type { Client } from 'pg';
import { type AccessWorld, countyOf, places, type Term } from './access-world.ts';
import { worldIds as ids } from './world-ids.ts';

const from: Readonly<Record<Term, string>> = {
  past: `now() - interval '2 days'`,
  now: `now() - interval '2 days'`,
  open: `now() - interval '2 days'`,
  future: `now() + interval '1 day'`,
};
const until: Readonly<Record<Term, string>> = {
  past: `now() - interval '1 day'`,
  now: `now() + interval '1 day'`,
  open: 'null',
  future: `now() + interval '2 days'`,
};

/** Everything of the world, in one batch of statements. */
export async function insertWorld(owner: Client, world: AccessWorld): Promise<void> {
  const lines: string[] = [];
  const q = (text: string | null): string => (text === null ? 'null' : `'${text}'`);
  for (let county = 0; county < places.counties; county++)
    lines.push(`insert into org.county (id, iso, name_zh, name_en) values ('${ids.county(county)}', 'X${county}', '縣', 'County')`);
  for (let at = 0; at < places.districts; at++)
    lines.push(`insert into org.district values ('${ids.district(at)}', '${ids.county(countyOf(at))}', '區', 'District')`);
  for (let at = 0; at < places.units; at++)
    lines.push(
      `insert into org.unit (id, county, kind, name_zh, name_en) values ('${ids.unit(at)}', '${ids.county(countyOf(at))}', 'familyServiceCentre', '中心', 'Centre')`,
    );
  for (const [at, account] of world.accounts.entries()) {
    lines.push(
      `insert into org.account (id, county, unit_id, username, name, active) values ('${ids.account(at)}', '${ids.county(account.county)}', ${q(account.unit === null ? null : ids.unit(account.unit))}, 'u${at}', 'n', ${account.active})`,
    );
    for (const grant of account.grants) {
      const anchor =
        grant.kind === 'county'
          ? ids.county(countyOf(grant.place))
          : grant.kind === 'district'
            ? ids.district(grant.place)
            : grant.kind === 'unit'
              ? ids.unit(grant.place)
              : null;
      lines.push(
        `insert into org."grant" (account_id, role, reach_kind, reach_id, valid_from, valid_until) values ('${ids.account(at)}', '${grant.role}', '${grant.kind}', ${q(anchor)}, ${from[grant.term]}, ${until[grant.term]})`,
      );
    }
  }
  for (const [at, person] of world.persons.entries()) {
    lines.push(
      `insert into people.person (id, county, district, name) values ('${ids.person(at)}', '${ids.county(countyOf(person.district))}', '${ids.district(person.district)}', 'p')`,
    );
    lines.push(
      `insert into people.identifier (person_id, kind, subject_id, sealed, key_id, whole, valid) values ('${ids.person(at)}', 'nationalId', '${ids.person(at)}', '', 'k', '\\x0${at}', true)`,
    );
    lines.push(
      `insert into people.flag (person_id, county, source, code, sensitivity, severity, legal_basis, as_of) values ('${ids.person(at)}', '${ids.county(countyOf(person.district))}', 's', 'c', 'S1', 'normal', 'b', '2026-01-01')`,
    );
    lines.push(
      `insert into people.identifier_near (identifier_id, person_id, blind, form) select id, person_id, whole, 'omit' from people.identifier where person_id = '${ids.person(at)}'`,
      // A key says where its person is (0082): whoever writes it says so too.
      `insert into people.search_key (key, kind, person_id, county, district) values ('\\x0${at}', 'name', '${ids.person(at)}', '${ids.county(countyOf(person.district))}', '${ids.district(person.district)}')`,
      `insert into people.contact (person_id, county, kind, subject_id, sealed, source) values ('${ids.person(at)}', '${ids.county(countyOf(person.district))}', 'phone', '${ids.person(at)}', '', 's')`,
      `insert into people.shielding (contact_id, person_id, county, act, hidden_from, subject_id, reason, done_by) select id, person_id, county, 'lift', array[gen_random_uuid()], person_id, '', '${ids.account(0)}' from people.contact where person_id = '${ids.person(at)}'`,
      `with h as (insert into people.household (county, kind) values ('${ids.county(countyOf(person.district))}', 'lived') returning id)
       insert into people.household_member (household_id, person_id, county, relation, source, confidence) select h.id, '${ids.person(at)}', '${ids.county(countyOf(person.district))}', 'head', 's', 'confirmed' from h`,
    );
    for (const reach of person.reach)
      lines.push(
        `insert into people.reach (person_id, unit_id, report_id, side, until) values ('${ids.person(at)}', '${ids.unit(reach.unit)}', '${ids.report(0)}', 'neutral', ${until[reach.term]})`,
      );
  }
  // Every person is kin to the next; the last to the first.
  for (const [at, person] of world.persons.entries())
    lines.push(
      `insert into people.kin (person_id, other_id, county, relation, source, confidence) values ('${ids.person(at)}', '${ids.person((at + 1) % world.persons.length)}', '${ids.county(countyOf(person.district))}', 'sibling', 's', 'confirmed')`,
    );
  for (const [at, one] of world.cases.entries()) lines.push(...caseLines(at, one));
  for (const [at, one] of world.reports.entries()) lines.push(...reportLines(at, one, world));
  lines.push(...transferLines(world));
  for (const glass of world.glass) {
    const target =
      glass.kind === 'case' ? ids.case(glass.target) : glass.kind === 'report' ? ids.report(glass.target) : ids.person(glass.target);
    const started = glass.term === 'now' ? 'now()' : `now() - interval '2 hours'`;
    lines.push(
      `insert into access.break_glass (account_id, county, kind, target_id, reason, purpose, started_at, until) values ('${ids.account(glass.account)}', '${ids.county(0)}', '${glass.kind}', '${target}', 'a good reason', 'casework', ${started}, ${started} + interval '1 hour')`,
    );
  }
  await owner.query(lines.join(';\n'));
}

function caseLines(at: number, one: AccessWorld['cases'][number]): string[] {
  const id = ids.case(at);
  const county = ids.county(countyOf(one.unit));
  return [
    `insert into casework."case" (id, number, county, district, unit_id, programme, pack_version, side, stage, status, received_at, version) values ('${id}', 'N${at}', '${county}', '${ids.district(one.district)}', '${ids.unit(one.unit)}', 'p', '1', '${one.side}', 's', 'open', now(), 1)`,
    `insert into casework.event (case_id, seq, county, type, happened_at, actor_id, facts) values ('${id}', 1, '${county}', 'noteAdded', now(), '${ids.account(0)}', '{}')`,
    `insert into casework.assessment (id, case_id, county, instrument, instrument_version, moment, happened_at) values (uuidv7(), '${id}', '${county}', 'i', '1', 'pre', now())`,
    `insert into casework.clock (case_id, rule, county, started_at) values ('${id}', 'r', '${county}', now())`,
    `insert into casework.visit (id, case_id, county, kind, method, outcome, happened_at, by_account) values (uuidv7(), '${id}', '${county}', 'visit', 'home', 'met', now(), '${ids.account(0)}')`,
    `insert into casework.planned_visit (id, account_id, case_id, county, said_by, goes, kind, method, persons, planned_at, status) values (uuidv7(), '${ids.account(0)}', '${id}', '${county}', uuidv7(), true, 'visit', 'homeVisit', '{}', now(), 'open')`,
    `insert into casework.approval (case_id, county, unit_id, kind, proposed_by, proposed_at) values ('${id}', '${county}', '${ids.unit(one.unit)}', 'plan', '${ids.account(0)}', now())`,
    `insert into network.referral (case_id, county, from_unit, to_unit, need, fields, subject_id, sealed, status, sent_by, sent_at, answer_due) values ('${id}', '${county}', '${ids.unit(one.unit)}', '${ids.unit(3 - one.unit)}', 'n', '{}', '${id}', '', 'sent', '${ids.account(0)}', now(), now())`,
    `insert into casework.goal (id, case_id, county, need, status) values (uuidv7(), '${id}', '${county}', 'n', 'active')`,
    ...one.members.map(
      (member) =>
        `insert into casework.family_word (id, case_id, county, about, person_id, other_id, lives, basis, said_at) values (uuidv7(), '${id}', '${county}', 'home', '${ids.person(member.person)}', '${ids.person(member.person)}', true, 'visit', now())`,
    ),
    ...one.members.map(
      (member) =>
        `insert into casework.case_person (case_id, person_id, county, role, since, until) values ('${id}', '${ids.person(member.person)}', '${county}', 'member', ${from[member.term]}, ${until[member.term]})`,
    ),
    ...one.work.map(
      (work) =>
        `insert into casework.assignment (case_id, account_id, unit_id, county, role, since, until) values ('${id}', '${ids.account(work.account)}', '${ids.unit(one.unit)}', '${county}', '${work.role}', ${from[work.term]}, ${until[work.term]})`,
    ),
    ...one.moves.map(
      (move) =>
        `insert into casework.move (id, case_id, county, from_unit, to_unit, reason, status, proposed_at, version) values (uuidv7(), '${id}', '${county}', '${ids.unit(one.unit)}', '${ids.unit(move.to)}', 'other', '${move.status}', now(), 1)`,
    ),
    ...one.shares.map(
      (share) =>
        `insert into casework.share (case_id, county, to_unit, to_account, parts, purpose, legal_basis, granted_by, since, until, ended_at) values ('${id}', '${county}', ${share.toUnit ? `'${ids.unit(share.to)}', null` : `null, '${ids.account(share.to)}'`}, '{${share.parts.join(',')}}', 'network', 'b', '${ids.account(0)}', ${from[share.term]}, ${until[share.term]}, ${share.ended ? 'now()' : 'null'})`,
    ),
  ];
}

/** A report hangs on one transfer only: on the first that is drawn for it. */
function transferLines(world: AccessWorld): string[] {
  const taken = new Set<number>();
  return world.cases.flatMap((one, at) =>
    one.transfers.map(({ to, status, report }) => {
      const free = report !== null && !taken.has(report);
      if (free) taken.add(report);
      return `insert into casework.transfer (id, case_id, county, to_county, reason, status, proposed_at, report_id) values (uuidv7(), '${ids.case(at)}', '${ids.county(countyOf(one.unit))}', ${to === null ? 'null' : `'${ids.county(to)}'`}, 'moved', '${status}', now(), ${free ? `'${ids.report(report)}'` : 'null'})`;
    }),
  );
}

function reportLines(at: number, one: AccessWorld['reports'][number], world: AccessWorld): string[] {
  const id = ids.report(at);
  const county = ids.county(countyOf(one.district));
  return [
    `insert into intake.report (id, number, county, district, channel, reporter_kind, subject_id, band, band_source, triage_due, desk_due, next_due, pack_version, created_by) values ('${id}', 'R${at}', '${county}', '${ids.district(one.district)}', 'ecare', 'teacher', '${id}', 'low', 'rule', now(), now(), now(), '1', ${one.createdBy === null ? 'null' : `'${ids.account(one.createdBy)}'`})`,
    `insert into intake.report_text (report_id, part, county, subject_id, sealed) values ('${id}', 'narrative', '${county}', '${id}', '')`,
    `insert into intake.receipt (report_id, number, code_hash, expires_at) values ('${id}', 'R${at}', '', now() + interval '1 day')`,
    `insert into intake.addition (report_id, county, origin, subject_id, sealed) values ('${id}', '${county}', 'desk', '${id}', '')`,
    `insert into intake.evidence_decision (report_id, county, concept_set, code, decision, lexicon, decided_by) values ('${id}', '${county}', 'grounds', 'c', 'confirmed', '1', '${ids.account(0)}')`,
    `insert into intake.presence (report_id, account_id, county, doing) values ('${id}', '${ids.account(0)}', '${county}', 'reading')`,
    `insert into intake.clock (report_id, county, rule, started_at, due_at) values ('${id}', '${county}', 'r', now(), now())`,
    `insert into intake.proposal (id, report_id, county, outcome, band, band_source, system_proposal, differs, subject_id, proposed_by, needs_review, review_rule) values ('${ids.proposal(at)}', '${id}', '${county}', 'accept', 'low', 'rule', '{}', false, '${id}', '${ids.account(0)}', true, 'r')`,
    `insert into intake.proposal_line (proposal_id, report_id, county, programme, urgency, unit_id, route_explanation) values ('${ids.proposal(at)}', '${id}', '${county}', 'p', 'ordinary', '${ids.unit(0)}', '{}')`,
    `insert into intake.review (proposal_id, report_id, county, decision, reviewed_by) values ('${ids.proposal(at)}', '${id}', '${county}', 'confirmed', '${ids.account(1)}')`,
    ...one.persons.flatMap((person) => [
      `insert into people.record (id, source, county, subject_id, sealed) values ('${ids.record(at, person)}', 'report', '${county}', '${id}', '')`,
      `insert into intake.report_person (report_id, county, role, record_id, person_id) values ('${id}', '${county}', 'subject', '${ids.record(at, person)}', '${ids.person(person)}')`,
      `insert into intake.learned_fact (report_id, report_person_id, record_id, county, subject_id, kind, sealed, said_by, said_at, taken_by) select report_id, id, record_id, county, '${id}', 'phone', '', 'reporter', now(), '${ids.account(0)}' from intake.report_person where record_id = '${ids.record(at, person)}' limit 1`,
      `insert into people.link (record_id, person_id, county, state, basis, weight, reasons) values ('${ids.record(at, person)}', '${ids.person(person)}', '${ids.county(countyOf(world.persons[person]?.district ?? 0))}', 'confirmed', 'person', 1, '[]')`,
      `insert into intake.report_home (report_person_id, report_id, county, lives) select id, report_id, county, true from intake.report_person where record_id = '${ids.record(at, person)}'`,
      `insert into intake.hit (report_id, report_person_id, person_id, county, match_type, weight, reasons) select report_id, id, person_id, county, 'exactId', 1, '[]' from intake.report_person where record_id = '${ids.record(at, person)}'`,
    ]),
    ...one.dispatches.map(
      (dispatch) =>
        `insert into intake.dispatch (report_id, county, programme, unit_id, urgency, band, status, sent_by, accept_due, case_id) values ('${id}', '${county}', 'p', '${ids.unit(dispatch.unit)}', 'ordinary', 'low', '${dispatch.status}', '${ids.account(0)}', now(), ${dispatch.case === null ? 'null' : `'${ids.case(dispatch.case)}'`})`,
    ),
    ...one.cases
      .filter((index) => index < world.cases.length)
      .map(
        (index) =>
          `insert into casework.case_report (case_id, report_id, county, kind, linked_at) values ('${ids.case(index)}', '${id}', '${ids.county(countyOf(world.cases[index]?.unit ?? 0))}', 'related', now())`,
      ),
  ];
}

/** Removes every world from the database. */
export async function removeWorld(owner: Client): Promise<void> {
  await owner.query(`truncate org.county, org.district, org.unit, people.person, people.household, people.record, casework."case", intake.report, access.break_glass, audit.entry cascade;
    delete from org."grant" where account_id not in (select id from org.account where system); delete from org.account where not system`);
}
