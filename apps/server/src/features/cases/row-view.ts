// One case as a row of a list.

import type { OutputOf } from '@anwang/contract';
import type { caseRow } from '@anwang/contract/shapes';
import type { listCases } from '@anwang/store/casework';
import type { z } from 'zod';
import { asBand, asCaseStatus, asSide, both, programmeOf, ruleLabel, stageLabel } from '../../casework/words.ts';

type Row = Awaited<ReturnType<typeof listCases>>[number];

/** The row in the words of the contract. */
export function rowView(row: Omit<Row, 'lead_name'> & { lead_name: string | null }): z.input<typeof caseRow> {
  const programme = programmeOf(row);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    programme: row.programme,
    programmeLabel: both(programme.label),
    stage: row.stage,
    stageLabel: stageLabel(programme, row.stage),
    status: asCaseStatus(row.status),
    risk: row.risk === null ? null : asBand(row.risk),
    side: asSide(row.side),
    districtName: row.district_zh,
    unitName: row.unit_zh,
    leadId: row.lead_id,
    leadName: row.lead_name,
    receivedAt: row.received_at,
    lastContactAt: row.last_contact_at,
    nextDue: row.next_due,
    nextRule: row.next_rule === null ? null : ruleLabel(programme, row.next_rule),
    needs: row.needs,
    placed: row.placed,
    version: row.version,
  };
}

const shape = /^(-|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where the next page begins; a cursor that is not ours begins at the start. */
export function readCursor(cursor: string | undefined): { value: string | null; id: string } | undefined {
  const parts = cursor === undefined ? null : shape.exec(cursor);
  return parts === null ? undefined : { value: parts[1] === '-' ? null : (parts[1] ?? null), id: parts[2] ?? '' };
}

/** The cursor after a row. */
export function writeCursor(value: string | null, id: string): string {
  return `${value ?? '-'}~${id}`;
}

const approvalKinds = ['opening', 'closing', 'transfer', 'move', 'plan'] as const;

/** Of what kind a proposal is. */
export const approvalKind = (kind: string): OutputOf<'cases', 'one'>['approvals'][number]['kind'] =>
  approvalKinds.find((one) => one === kind) ?? 'opening';
