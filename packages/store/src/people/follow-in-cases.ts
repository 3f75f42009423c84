// How do cases follow a decision of the index? By an event each, and the rows that the fold of core makes of all events: the same that a rebuild would write.

import { type MembershipEvent, nobody, standingMembers, stepMembership, whoIs } from '@anwang/core/cases';
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { newId } from './new-id.ts';

type SpokenOf = 'visitRecorded' | 'contactRecorded' | 'assessmentCompleted';
/** A plan may mean several people. */
type SpokenOfSeveral = { readonly type: 'visitPlanned' | 'visitChanged'; readonly facts: { readonly persons: readonly string[] } };
type Told = { readonly id: string; readonly seq: number; readonly happenedAt: string };
type StoredEvent = Told & {
  readonly caseId: string;
  readonly county: string;
  readonly origin: string;
  readonly target: string;
  readonly version: number;
} & (MembershipEvent | SpokenOfSeveral | { readonly type: SpokenOf; readonly facts: { readonly person: string | null } });

const isSpokenOf = (event: StoredEvent): event is Extract<StoredEvent, { type: SpokenOf }> =>
  event.type === 'visitRecorded' || event.type === 'contactRecorded' || event.type === 'assessmentCompleted';

const isPlan = (event: StoredEvent): event is Extract<StoredEvent, SpokenOfSeveral> =>
  event.type === 'visitPlanned' || event.type === 'visitChanged';

/**
 * Writes the event and its rows in every case that the decision noted.
 * @returns how many cases followed; they may be out of the actor's reach, so the number is for the audit and not for a screen
 */
export const followInCases = async (tx: Tx, decision: string, type: 'personReplaced' | 'personRestored', at: Instant): Promise<number> => {
  const { rows } = await sql<StoredEvent>`
    select case_id as "caseId", county, origin, target, version, seq, id, type, happened_at as "happenedAt", facts from casework.people_events(${decision}::uuid)`.execute(
    tx,
  );
  const cases = Map.groupBy(rows, (row) => row.caseId);
  for (const [caseId, events] of cases) {
    const [first] = events;
    if (first === undefined) continue;
    const { origin, target, county } = first;
    const told = { seq: first.version + 1, happenedAt: at };
    const added: MembershipEvent =
      type === 'personReplaced' ? { ...told, type, facts: { decision, from: origin, to: target } } : { ...told, type, facts: { decision } };
    const plans = events.filter(isPlan);
    const named = events.filter(
      (event): event is Exclude<StoredEvent, { type: SpokenOf | SpokenOfSeveral['type'] }> => !isSpokenOf(event) && !isPlan(event),
    );
    const { members, replacements } = [...named, added].reduce(stepMembership, nobody);
    const spokenOf = events.filter(isSpokenOf).map(({ id, seq, facts: { person } }) => ({
      id,
      person_id: person === null ? null : whoIs(replacements, person, seq),
    }));
    const meant = plans.map(({ id, seq, facts: { persons } }) => ({
      id,
      persons: persons.map((person) => whoIs(replacements, person, seq)),
    }));
    const rowsNow = standingMembers(members).map(({ person, side: _side, ...one }) => ({ person_id: person, ...one }));
    const id = newId(Date.parse(at));
    await sql`select casework.follow_decision(${decision}::uuid, ${caseId}::uuid, ${id}::uuid, ${type}, ${JSON.stringify(added.facts)}::jsonb, ${at}::timestamptz,
      ${JSON.stringify(rowsNow)}::jsonb, ${JSON.stringify([...spokenOf, ...meant])}::jsonb)`.execute(tx);
    await sql`select system.tell_replaced(${decision}::uuid, ${caseId}::uuid, ${type})`.execute(tx);
    tx.audit({ action: 'case.record', ids: [caseId, id], personIds: [origin, target], county, detail: { type } });
    // Who is one person has one clock of each kind: read anew by the clock, for who decides on links reaches no clocks.
    await tx.enqueue('clocks.reckonCase', { caseId }, { key: `reckon:${caseId}` });
    await tx.outbox('caseEvent', { caseId, seq: first.version + 1, type }, { county });
  }
  return cases.size;
};
