// What has happened to a case, as stored? Facts in clear, personal parts opened only when asked; what was erased stays as a tombstone without content.

import { type CaseEvent, type CaseEventType, isCaseEventType, type PersonalPart, upcastFacts } from '@anwang/core/cases';
import type { Instant } from '@anwang/core/time';
import { type Placing, prepared, type Tx } from '../session/index.ts';
import { accountNames } from './read-case.ts';

/** A row of an event as stored. */
export type StoredEvent = {
  readonly id: string;
  readonly case_id: string;
  readonly seq: number;
  readonly type: string;
  readonly schema_version: number;
  readonly recorded_at: Instant;
  readonly happened_at: Instant;
  readonly actor_id: string;
  readonly facts: unknown;
  readonly sealed: Uint8Array | null;
};

/** An event out of its row; shapes of the past are lifted. */
export function eventOfRow(row: Omit<StoredEvent, 'sealed'>, personal: PersonalPart | null): CaseEvent {
  if (!isCaseEventType(row.type)) throw new Error(`event ${row.id} has the unknown type ${row.type}`);
  const facts = upcastFacts(row.type, row.schema_version, row.facts as Record<string, unknown>);
  // The facts were written by this module from a typed event; the cast ties the stored type text to its shape again.
  return {
    id: row.id,
    caseId: row.case_id,
    seq: row.seq,
    type: row.type,
    at: row.recorded_at,
    happenedAt: row.happened_at,
    actor: row.actor_id,
    unit: null,
    facts,
    personal,
  } as unknown as CaseEvent;
}

const eventRows = prepared((db, place: Placing<{ caseId: string }>) =>
  db
    .selectFrom('casework.event')
    .select(['id', 'case_id', 'seq', 'type', 'schema_version', 'recorded_at', 'happened_at', 'actor_id', 'facts', 'sealed'])
    .where('case_id', '=', place('caseId'))
    .orderBy('seq'),
);

/**
 * The events of a case in order, as far as the session may read them.
 * @param open whether to open the personal parts (slower: one look at the keys).
 */
export async function readEvents(tx: Tx, caseId: string, open: boolean): Promise<CaseEvent[]> {
  const rows = await eventRows(tx, { caseId });
  const parts = open ? await openParts(tx, rows) : new Map<string, PersonalPart>();
  return rows.map((row) => eventOfRow(row, parts.get(row.id) ?? null));
}

/** The same events with the names of who recorded them: keys and names are asked for together. Those of the types that are named are opened. */
export async function readEventsAndNames(
  tx: Tx,
  caseId: string,
  opened: readonly CaseEventType[],
): Promise<{ events: CaseEvent[]; names: Map<string, string> }> {
  const rows = await eventRows(tx, { caseId });
  const types: ReadonlySet<string> = new Set(opened);
  const [parts, names] = await Promise.all([
    openParts(
      tx,
      rows.filter((row) => types.has(row.type)),
    ),
    accountNames(
      tx,
      rows.flatMap((row) => [row.actor_id, ...accountsIn(row)]),
    ),
  ]);
  return { events: rows.map((row) => eventOfRow(row, parts.get(row.id) ?? null)), names };
}

/** Accounts of which a plan or a handing over speaks. */
function accountsIn(row: StoredEvent): string[] {
  if (row.type !== 'visitPlanned' && row.type !== 'visitChanged' && row.type !== 'leadHandedOver') return [];
  const event = eventOfRow(row, null);
  if (event.type === 'visitPlanned' || event.type === 'visitChanged') return [event.facts.account, ...event.facts.along];
  return event.type === 'leadHandedOver' ? [event.facts.to] : [];
}

async function openParts(tx: Tx, rows: readonly { id: string; sealed: Uint8Array | null }[]): Promise<Map<string, PersonalPart>> {
  const sealed = rows.flatMap((row) => (row.sealed === null ? [] : [{ id: row.id, sealed: row.sealed }]));
  const clear = await tx.keys.openMany(sealed.map((row) => row.sealed));
  const parts = new Map<string, PersonalPart>();
  for (const [index, row] of sealed.entries()) {
    const bytes = clear[index];
    if (bytes) parts.set(row.id, JSON.parse(bytes.toString('utf8')) as PersonalPart);
  }
  return parts;
}
