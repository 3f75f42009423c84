// What the tables say of decisions on a case: proposals that wait for a second person, transfers to other counties, and moves to other units.

import type { CaseEvent } from '@anwang/core/cases';
import type { Base, ProjectedRow } from './projected-row.ts';

/** What waited or waits for a second person. */
export function approvals(events: readonly CaseEvent[], base: Base): ProjectedRow[] {
  const rows = new Map<string, Record<string, string | null>>();
  let unit = '';
  for (const event of events) {
    if (
      event.type === 'caseDispatched' ||
      event.type === 'caseAccepted' ||
      event.type === 'workerAssigned' ||
      event.type === 'leadHandedOver'
    )
      unit = event.facts.unit;
    if (event.type === 'moveAccepted') {
      unit = event.facts.unit;
      // What still waits is decided on where the case is now.
      for (const row of rows.values()) if (row.decision === null) row.unit_id = unit;
    }
    const proposed = (id: string, kind: string): void => {
      rows.set(id, {
        ...base,
        id,
        unit_id: unit,
        kind,
        proposed_by: event.actor,
        proposed_at: event.happenedAt,
        decided_by: null,
        decided_at: null,
        decision: null,
      });
    };
    const decided = (id: string, approved: boolean, by: CaseEvent): void => {
      const row = rows.get(id);
      if (row !== undefined)
        Object.assign(row, { decided_by: by.actor, decided_at: by.happenedAt, decision: approved ? 'approved' : 'sentBack' });
    };
    if (event.type === 'openingProposed') proposed(event.facts.proposal, 'opening');
    if (event.type === 'closureProposed') proposed(event.facts.proposal, 'closing');
    if (event.type === 'transferProposed') proposed(event.facts.transfer, 'transfer');
    if (event.type === 'moveProposed') proposed(event.facts.move, 'move');
    if (event.type === 'moveDecided') decided(event.facts.move, event.facts.approved, event);
    if (event.type === 'openingDecided' || event.type === 'closureDecided') decided(event.facts.proposal, event.facts.approved, event);
    if (event.type === 'transferDecided') decided(event.facts.transfer, event.facts.approved, event);
    if (event.type === 'proposalWithdrawn') {
      const row = rows.get(event.facts.proposal);
      if (row !== undefined) Object.assign(row, { decided_at: event.happenedAt, decision: 'withdrawn' });
    }
    // Another county has the case: nobody here decides any more on what still waits.
    if (event.type === 'transferAccepted') for (const [id, row] of rows) if (row.decision === null) decided(id, false, event);
  }
  return [...rows.values()];
}

/** Each transfer with the last word on it. */
export function transfers(events: readonly CaseEvent[], base: Base): ProjectedRow[] {
  const rows = new Map<string, Record<string, string | null>>();
  const put = (id: string, columns: Record<string, string | null>): void => {
    const row = rows.get(id);
    if (row !== undefined) Object.assign(row, columns);
  };
  for (const event of events) {
    const at = event.happenedAt;
    switch (event.type) {
      case 'transferProposed':
        rows.set(event.facts.transfer, {
          ...base,
          id: event.facts.transfer,
          to_county: event.facts.county,
          reason: event.facts.reason,
          status: 'proposed',
          proposed_at: at,
          sent_at: null,
          answered_at: null,
          returned: null,
          to_unit: null,
          report_id: null,
          report_number: null,
        });
        break;
      case 'transferDecided': {
        const { approved, report } = event.facts;
        if (approved)
          put(event.facts.transfer, { status: 'sent', sent_at: at, report_id: report?.id ?? null, report_number: report?.number ?? null });
        else put(event.facts.transfer, { status: 'sentBack', answered_at: at });
        break;
      }
      case 'transferReturned':
        put(event.facts.transfer, { status: 'returned', answered_at: at, returned: event.facts.reason });
        break;
      case 'transferWithdrawn':
        put(event.facts.transfer, { status: 'withdrawn', answered_at: at, returned: event.facts.reason });
        break;
      case 'proposalWithdrawn':
        if (event.facts.transfer !== undefined) put(event.facts.transfer, { status: 'withdrawn', answered_at: at });
        break;
      case 'transferAccepted':
        put(event.facts.transfer, { status: 'accepted', answered_at: at, to_unit: event.facts.unit });
        break;
      default:
    }
  }
  return [...rows.values()];
}

/** Each move to another unit with the last word on it, and where the case lay before. */
export function moves(events: readonly CaseEvent[], base: Base): ProjectedRow[] {
  const rows = new Map<string, Record<string, string | number | null>>();
  let [unit, district]: [string | null, string | null] = [null, null];
  const said = (id: string, columns: Record<string, string | null>): void => {
    const row = rows.get(id);
    if (row !== undefined) Object.assign(row, columns, { version: Number(row.version) + 1 });
  };
  for (const event of events) {
    const at = event.happenedAt;
    switch (event.type) {
      case 'caseDispatched':
        ({ unit, district } = event.facts);
        break;
      case 'disputeArbitrated':
      case 'caseAccepted':
      case 'workerAssigned':
      case 'leadHandedOver':
        unit = event.facts.unit;
        break;
      case 'moveProposed':
        rows.set(event.facts.move, {
          ...base,
          id: event.facts.move,
          from_unit: unit,
          to_unit: event.facts.unit,
          from_district: district,
          to_district: event.facts.district,
          reason: event.facts.reason,
          status: 'proposed',
          proposed_at: at,
          sent_at: null,
          answered_at: null,
          returned: null,
          version: 1,
        });
        break;
      case 'moveDecided':
        said(event.facts.move, event.facts.approved ? { status: 'sent', sent_at: at } : { status: 'sentBack', answered_at: at });
        break;
      case 'moveReturned':
        said(event.facts.move, { status: 'returned', answered_at: at, returned: event.facts.reason });
        break;
      case 'moveWithdrawn':
        said(event.facts.move, { status: 'withdrawn', answered_at: at, returned: event.facts.reason });
        break;
      case 'proposalWithdrawn':
        if (event.facts.move !== undefined) said(event.facts.move, { status: 'withdrawn', answered_at: at });
        break;
      case 'moveAccepted':
        said(event.facts.move, { status: 'accepted', answered_at: at, from_district: district });
        unit = event.facts.unit;
        district = event.facts.district ?? district;
        break;
      default:
    }
  }
  return [...rows.values()];
}
