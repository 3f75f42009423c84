// A dispatch in the words of the contract, and what a dispute says.
import type { OutputOf } from '@anwang/contract';
import type { DispatchRow } from '@anwang/store/intake';
import { findSupervised } from '@anwang/store/org';
import type { Tx } from '@anwang/store/session';
import { both } from '../../casework/words.ts';
import { dutiesWaiting } from '../../desk/accept-due.ts';
import { asBand, asDispatchStatus, asUrgency } from '../../desk/words-of-rows.ts';
import type { House } from '../../house.ts';

/** The states in which the unit must accept: as it was sent, or because the arbiter left it there. */
export const waitsForUnit = ['sent', 'upheld'] as const;

/** The row as a list shows it. */
export function dispatchView(house: House, row: DispatchRow): OutputOf<'dispatch', 'inbox'>['rows'][number] {
  const band = asBand(row.band);
  const [first] = dutiesWaiting(house, { ...row, band }, row.sentAt);
  return {
    id: row.id,
    reportId: row.reportId,
    reportNumber: row.reportNumber,
    title: row.title,
    programme: row.programme,
    programmeLabel: house.packs.programmeLabel(row.programme),
    district: row.district,
    districtName: row.districtName,
    unitId: row.unitId,
    unitName: row.unitName,
    urgency: asUrgency(row.urgency),
    band,
    grade: row.grade,
    class: row.class,
    firstDuty: waitsForUnit.some((status) => status === row.status) && first?.due ? { label: both(first.label), due: first.due } : null,
    status: asDispatchStatus(row.status),
    toldAs: row.toldAs === 'case' || row.toldAs === 'report' ? row.toldAs : null,
    sentAt: row.sentAt,
    acceptDue: row.acceptDue,
    arbiterDue: row.arbiterDue,
    disputeReason: disputeOf(row)?.reason ?? null,
    caseId: row.caseId,
    version: row.version,
  };
}

/** What was said in a dispute; null where there was none. */
export function disputeOf(row: DispatchRow): { reason: string; note: string; betterUnitId: string | null } | null {
  if (row.disputeReason === null) return null;
  return JSON.parse(row.disputeReason) as { reason: string; note: string; betterUnitId: string | null };
}

/** Whether a unit of the county could accept what is sent there. */
export async function canAccept(tx: Tx, county: string | null, unitId: string): Promise<boolean> {
  return (await findSupervised(tx, county ?? '', [unitId])).get(unitId) === true;
}
