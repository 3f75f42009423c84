// The rows of visits and contacts, recorded and planned.

import { type CaseEvent, type CaseState, whoIs } from '@anwang/core/cases';
import type { Base, ProjectedRow } from './projected-row.ts';

/** What was recorded of visits and contacts. */
export function visits(events: readonly CaseEvent[], { replacements }: CaseState, base: Base): ProjectedRow[] {
  return events.flatMap((event) => {
    if (event.type !== 'visitRecorded' && event.type !== 'contactRecorded') return [];
    const { method, outcome, persons: met } = event.facts;
    const kind = event.type === 'visitRecorded' ? 'visit' : 'contact';
    const person = met[0] === undefined ? null : whoIs(replacements, met[0], event.seq);
    return [{ ...base, id: event.id, kind, method, outcome, person_id: person, happened_at: event.happenedAt, by_account: event.actor }];
  });
}

/** What is planned: a row for whoever goes, for each who goes along, and for whoever passed it on. */
export function plannedVisits({ plans, replacements }: CaseState, base: Base): ProjectedRow[] {
  return plans.flatMap(({ id, event, seq, kind, method, persons, at, minutes, status, account, along, former, left, underWay }) => {
    const meant = persons.map((person) => whoIs(replacements, person, seq));
    const row = (account_id: string, goes: boolean, stands: string): ProjectedRow => ({
      ...base,
      id,
      account_id,
      said_by: event,
      goes,
      kind,
      method,
      persons: meant,
      planned_at: at,
      minutes,
      status: stands,
      expected_until: goes && (stands === 'open' || stands === 'lapsed') ? underWay.until : null,
    });
    // Rows of a case are not deleted: whoever passed it on keeps a row that says so.
    const others = along.filter((one) => one !== account);
    const before = former.filter((one) => one !== account && !others.includes(one));
    const away = left.filter((one) => one !== account && !others.includes(one) && !before.includes(one));
    return [
      row(account, true, status),
      ...others.map((one) => row(one, false, status)),
      ...before.map((one) => row(one, true, 'passedOn')),
      ...away.map((one) => row(one, false, 'passedOn')),
    ];
  });
}
