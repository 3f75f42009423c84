// The cases of a chunk, written by the store's own function: events first, every projection computed from them as for any other case.

import type { CaseEvent } from '@anwang/core/cases';
import { type Instant, instantFromMs, taipei } from '@anwang/core/time';
import { createCases, type EventDraft, type NewCase } from '@anwang/store/casework';
import type { Tx } from '@anwang/store/session';
import type { SynthCase } from '@anwang/synth';
import { sql } from 'kysely';
import type { ReportContext } from './report-context.ts';

/** Where somebody lives, by their id: the contact a visit to them leads to. */
type Homes = ReadonlyMap<string, string>;

// A visit at home leads to the known address, if nobody hides it.
const placed = (event: CaseEvent, homes: Homes): CaseEvent['facts'] => {
  if (event.type !== 'visitPlanned' || event.facts.method !== 'homeVisit') return event.facts;
  return { ...event.facts, contact: homes.get(event.facts.persons[0] ?? '') ?? null };
};

const draftOf = (event: CaseEvent, homes: Homes): EventDraft => {
  const { id, type, at, happenedAt, actor, personal } = event;
  // Type and facts belong together in the event they come from.
  return { id, type, at, happenedAt, actor, facts: placed(event, homes), ...(personal === null ? {} : { personal }) } as EventDraft;
};

const homesOf = async (tx: Tx, cases: readonly SynthCase[]): Promise<Homes> => {
  const rows = await tx
    .selectFrom('people.contact')
    .select(['id', 'person_id'])
    .where('person_id', 'in', [...new Set(cases.map((one) => one.subject))])
    .where('kind', '=', 'residenceAddress')
    .where('hidden', '=', false)
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.id]));
};

// What went with each referral, in the shape in which the product sends it: programme, the chosen fields in words, a message.
const packagesOf = (one: SynthCase, band: string): Record<string, string> => {
  const subject = one.household.members.find((m) => m.person.id === one.subject)?.person ?? one.household.members[0]?.person;
  const known: Record<string, string | undefined> = {
    name: subject?.name ?? one.title,
    district: one.household.district.id,
    members: String(one.household.members.length),
    risk: band,
  };
  return Object.fromEntries(
    one.events.flatMap((e) => {
      if (e.type !== 'referralSent') return [];
      const fields = Object.fromEntries(e.facts.fields.flatMap((field) => (known[field] === undefined ? [] : [[field, known[field]]])));
      return [[e.facts.referral, JSON.stringify({ programme: one.programme, fields, message: e.personal?.text ?? null })]];
    }),
  );
};

const newCase = (one: SynthCase, { rules, org }: ReportContext, homes: Homes): NewCase => {
  const [first, ...later] = one.events;
  const programme = rules.programmes.get(one.programme);
  if (first?.type !== 'caseDispatched' || programme === undefined)
    throw new Error(`a case of ${one.programme} does not begin with its dispatch`);
  const { facts, happenedAt, actor } = first;
  const supervisor = org.accounts.find((a) => a.unit.id === facts.unit && a.grants.some((g) => g.role === 'supervisor'));
  return {
    id: one.id,
    programme,
    county: facts.county,
    district: facts.district,
    unit: facts.unit,
    band: facts.band,
    report: facts.report,
    receivedAt: facts.receivedAt,
    dispatch: facts.dispatch,
    sentAt: happenedAt,
    sentBy: actor,
    members: facts.members,
    needs: facts.needs,
    grade: facts.grade,
    class: facts.class,
    subjectPersonId: one.subject,
    householdId: programme.subject === 'household' ? one.household.id : null,
    title: one.title,
    supervisorId: supervisor?.id ?? null,
    demo: true,
    later: later.map((event) => draftOf(event, homes)),
    packages: packagesOf(one, facts.band),
  };
};

interface Taken {
  readonly dispatch: string;
  readonly caseId: string;
  readonly at: Instant;
  readonly by: string;
}

// When and by whom each dispatch was accepted; a further report on somebody in service is taken with the case it joined.
const takenOf = (one: SynthCase): Taken[] => {
  const accepted = one.events.find((e) => e.type === 'caseAccepted');
  if (accepted === undefined) return [];
  return one.reports.map((r) => ({
    dispatch: r.dispatchId,
    caseId: one.id,
    at: r.kind === 'founding' ? accepted.happenedAt : instantFromMs(r.atMs),
    by: accepted.actor,
  }));
};

/** Writes cases whose dispatch was accepted, and marks the dispatches. The reports must be written. */
export const writeCases = async (tx: Tx, cases: readonly SynthCase[], context: ReportContext): Promise<void> => {
  if (cases.length === 0) return;
  const homes = await homesOf(tx, cases);
  await createCases(
    tx,
    cases.map((one) => newCase(one, context, homes)),
    { now: instantFromMs(context.anchorMs), zone: taipei, calendar: context.calendar },
  );
  const taken = cases.flatMap(takenOf);
  await sql`update intake.dispatch d set status = 'accepted', case_id = t.case_id, accepted_at = t.at, accepted_by = t.by
    from unnest(${taken.map((t) => t.dispatch)}::uuid[], ${taken.map((t) => t.caseId)}::uuid[], ${taken.map((t) => t.at)}::timestamptz[], ${taken.map((t) => t.by)}::uuid[]) t(dispatch, case_id, at, by)
    where d.id = t.dispatch`.execute(tx);
  const reports = cases.flatMap((one) => one.reports.map((r) => r.id));
  await sql`update intake.clock c set stopped_at = d.accepted_at, escalated = 0 from intake.dispatch d
    where c.report_id = any(${reports}::uuid[]) and c.dispatch_id = d.id and d.report_id = c.report_id and c.rule = 'unit-accept' and d.accepted_at is not null`.execute(
    tx,
  );
};
