// An event before it is stored: what somebody says has happened. Number, id, author and moment of recording are added by the store.

import { type CaseEvent, type CaseEventType, type CaseFactsByType, eventShape, type PersonalPart } from '@anwang/core/cases';
import type { Instant } from '@anwang/core/time';
import { newId } from '../people/new-id.ts';
import type { Tx } from '../session/index.ts';

/** A draft of one type. `actor` is for the seed, which writes what others did; requests leave it out. */
export type EventDraftOf<T extends CaseEventType> = {
  readonly type: T;
  readonly id?: string;
  readonly happenedAt: Instant;
  readonly facts: CaseFactsByType[T];
  readonly personal?: PersonalPart;
  /** Moment of recording, for the seed; now otherwise. */
  readonly at?: Instant;
  readonly actor?: string;
};
/** A draft of any type. */
export type EventDraft = { [T in CaseEventType]: EventDraftOf<T> }[CaseEventType];

/** Drafts numbered from `after` + 1, with ids, author and moment of recording. */
export function numbered(tx: Tx, caseId: string, after: number, drafts: readonly EventDraft[], now: Instant): CaseEvent[] {
  return drafts.map((draft, index) => {
    const at = draft.at ?? now;
    const event = {
      id: draft.id ?? newId(Date.parse(at)),
      caseId,
      seq: after + 1 + index,
      type: draft.type,
      at,
      happenedAt: draft.happenedAt,
      actor: draft.actor ?? tx.actor.id,
      unit: null,
      facts: draft.facts,
      personal: draft.personal ?? null,
    };
    // Type and facts belong together in every draft; a mapped union cannot be rebuilt field by field without saying so.
    return event as CaseEvent;
  });
}

/** A row of casework.event for json_populate_recordset. */
export async function eventRows(
  tx: Tx,
  events: readonly CaseEvent[],
  county: string,
  subjectId: string,
): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (const event of events) {
    const sealed = event.personal === null ? null : await tx.keys.seal(subjectId, 'case', JSON.stringify(event.personal));
    rows.push({
      case_id: event.caseId,
      seq: event.seq,
      id: event.id,
      county,
      type: event.type,
      schema_version: eventShape,
      recorded_at: event.at,
      happened_at: event.happenedAt,
      actor_id: event.actor,
      facts: event.facts,
      subject_id: sealed === null ? null : subjectId,
      sealed: sealed === null ? null : `\\x${sealed.toString('hex')}`,
    });
  }
  return rows;
}
