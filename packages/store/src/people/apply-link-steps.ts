// How is a plan of links carried out? Step by step in the transaction of whoever decided, each change noted under the decision; package people makes the plan
// and has its reference reading.

import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import { keepReason } from '../audit/reason.ts';
import type { Tx } from '../session/index.ts';
import { noteDecision, noteMove, type Verb } from './decide.ts';
import { followInCases } from './follow-in-cases.ts';
import { foundPeople, type NewPerson } from './found-people.ts';
import type { RestsOn } from './link-rows.ts';
import { newId } from './new-id.ts';

type Following = { readonly [K in keyof RestsOn]: readonly string[] };
export type LinkStep =
  | { readonly do: 'setLink'; readonly linkId: string; readonly state: 'candidate' | 'confirmed' | 'rejected' | 'undone' }
  | { readonly do: 'found'; readonly personId: string; readonly recordId: string }
  | { readonly do: 'link'; readonly recordId: string; readonly personId: string; readonly basis: 'person' }
  /** `recordId` null: all that rests on `from`. */
  | { readonly do: 'follow'; readonly recordId: string | null; readonly from: string | null; readonly to: string; readonly what: Following }
  | { readonly do: 'redirect'; readonly personId: string; readonly into: string | null };

export interface Decision {
  readonly verb: Verb;
  readonly linkId: string | null;
  readonly at: Instant;
  readonly county: string;
  /** Why, in the words of who decides; kept sealed under the first of the persons. */
  readonly reason: string | null;
  /** The person whom a `found` step makes, read again from the source row; null when the plan founds nobody. */
  readonly founded: NewPerson | null;
}

export interface Followed {
  readonly decisionId: string;
  readonly reports: number;
  readonly cases: number;
  readonly flags: number;
}

const setLink = async (tx: Tx, decision: string, step: Extract<LinkStep, { do: 'setLink' }>, at: string): Promise<void> => {
  const { rows } = await sql<{ state: string; decidedBy: string | null; decidedAt: string | null; recordId: string }>`
    select state, decided_by as "decidedBy", decided_at as "decidedAt", record_id as "recordId" from people.link where id = ${step.linkId}`.execute(
    tx,
  );
  if (rows[0] === undefined) throw new Error('a plan names a link that is not there');
  const { recordId: _record, ...before } = rows[0];
  await noteMove(tx, decision, { what: 'link', rowId: step.linkId, before });
  await (step.state === 'undone'
    ? sql`update people.link set state = 'undone', undone_by = ${tx.actor.id}, undone_at = ${at}, version = version + 1 where id = ${step.linkId}`
    : sql`update people.link set state = ${step.state}, decided_by = ${tx.actor.id}, decided_at = ${at}, version = version + 1 where id = ${step.linkId}`
  ).execute(tx);
};

const redirect = async (tx: Tx, decision: string, step: Extract<LinkStep, { do: 'redirect' }>, at: string): Promise<void> => {
  const before = await tx.selectFrom('people.person').select('merged_into').where('id', '=', step.personId).executeTakeFirst();
  await noteMove(tx, decision, { what: 'redirect', rowId: step.personId, before: before?.merged_into ?? null });
  await sql`update people.person set merged_into = ${step.into}, version = version + 1, updated_at = ${at} where id = ${step.personId}`.execute(
    tx,
  );
};

const carryOut = async (tx: Tx, id: string, step: LinkStep, decision: Decision): Promise<void> => {
  switch (step.do) {
    case 'setLink':
      return setLink(tx, id, step, decision.at);
    case 'found':
      if (decision.founded === null) throw new Error('a plan founds a person, but none was prepared');
      await foundPeople(tx, [{ ...decision.founded, id: step.personId, recordId: step.recordId }]);
      return noteMove(tx, id, { what: 'founded', rowId: step.personId, before: null });
    case 'link': {
      const link = newId(Date.parse(decision.at));
      await sql`insert into people.link (id, record_id, person_id, county, state, basis, weight, reasons, decided_by, decided_at)
        values (${link}, ${step.recordId}, ${step.personId}, ${decision.county}, 'confirmed', ${step.basis}, 0, '[]', ${tx.actor.id}, ${decision.at})`.execute(
        tx,
      );
      return noteMove(tx, id, { what: 'link', rowId: link, before: null });
    }
    case 'follow':
      await sql`select people.follow(${id}::uuid, ${step.recordId === null ? null : [step.recordId]}::uuid[], ${step.from}::uuid, ${step.to}::uuid)`.execute(
        tx,
      );
      return;
    case 'redirect':
      return redirect(tx, id, step, decision.at);
  }
};

const peopleOf = (steps: readonly LinkStep[], more: readonly string[]): string[] => {
  const named = steps.flatMap((step) => {
    if (step.do === 'follow') return [step.from, step.to];
    if (step.do === 'redirect') return [step.personId, step.into];
    return 'personId' in step ? [step.personId] : [];
  });
  return [...new Set([...named, ...more].filter((id) => id !== null))];
};

/** Carries out the steps in order, cases last; says how much followed: reports and cases as numbers, flags as far as the actor sees them. */
export const applyLinkSteps = async (
  tx: Tx,
  steps: readonly LinkStep[],
  decision: Decision,
  touched: { readonly personIds: readonly string[]; readonly recordIds: readonly string[] },
): Promise<Followed> => {
  const personIds = peopleOf(steps, touched.personIds);
  const id = await noteDecision(tx, { ...decision, personIds, recordIds: touched.recordIds });
  for (const step of steps) await carryOut(tx, id, step, decision);
  await followInCases(tx, id, 'personReplaced', decision.at);
  const flags = new Set(steps.flatMap((step) => (step.do === 'follow' ? step.what.flags : []))).size;
  const { rows } = await sql<{ reports: number; cases: number }>`select reports, cases from people.moved(${id}::uuid)`.execute(tx);
  const [subjectId] = touched.personIds;
  const reason =
    decision.reason === null || subjectId === undefined
      ? null
      : await keepReason(tx, { subjectId, county: decision.county, action: 'person.link', text: decision.reason });
  tx.audit({
    action: 'person.link',
    personIds,
    ids: [id, ...steps.flatMap((s) => (s.do === 'setLink' ? [s.linkId] : []))],
    county: decision.county,
    detail: { verb: decision.verb, reason },
  });
  return { decisionId: id, reports: rows[0]?.reports ?? 0, cases: rows[0]?.cases ?? 0, flags };
};
