// One dispatch with the report as far as the receiving unit, or the arbiter of its dispute, may see it: never the reporter, never what matching only guesses.
import type { InputOf, OutputOf } from '@anwang/contract';
import type { Action } from '@anwang/core/access';
import { fail, ok, type Result } from '@anwang/core/lang';
import { programmeFor } from '@anwang/packs';
import { listFiles } from '@anwang/store/files';
import {
  type DispatchRow,
  isRelative,
  listDispatches,
  readDispatchLine,
  readReportClocks,
  readReportPersons,
  readReportRow,
  readReportTexts,
  readWorkers,
} from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { caseClockView } from '../../casework/clock-view.ts';
import { dutiesWaiting } from '../../desk/accept-due.ts';
import { classesSeen } from '../../desk/classes-seen.ts';
import { clockView } from '../../desk/clock-view.ts';
import { handedOver } from '../../desk/handed-view.ts';
import { personView } from '../../desk/person-view.ts';
import { asRoute } from '../../desk/suggest.ts';
import { anyUnit } from '../../desk/unit-choices.ts';
import { asBand } from '../../desk/words-of-rows.ts';
import { readPicture } from '../../family/read-picture.ts';
import { shownFiles } from '../../files/shown-files.ts';
import type { House } from '../../house.ts';
import type { Call } from '../../http/call.ts';
import { aboutWhom } from './about-whom.ts';
import { dispatchView, disputeOf, waitsForUnit } from './dispatch-view.ts';

type One = OutputOf<'dispatch', 'one'>;
type Disputed = OutputOf<'dispatch', 'disputed'>;

/** The row of a dispatch in reach. */
export async function findRow(tx: Tx, id: string, states: readonly string[]): Promise<DispatchRow | undefined> {
  const { rows } = await listDispatches(tx, { id, states, order: 'accept_due', limit: 1 });
  return rows[0];
}

/** What was reported, and the family around it. `acts` are those by which the asker sees it. */
async function whatWasReported(tx: Tx, call: Call, row: DispatchRow, acts: readonly Action[]) {
  const report = await readReportRow(tx, row.reportId);
  if (!report) return null;
  const texts = await readReportTexts(tx, report.id);
  const persons = await readReportPersons(tx, report.id);
  const line = await readDispatchLine(tx, row.id);
  const classes = await classesSeen(tx, call, acts, report.id);
  const { packs } = call.house;
  const linked = [...new Set(persons.flatMap((person) => person.person_id ?? []))];
  tx.audit({ action: 'report.read', ids: [row.id, report.id], personIds: linked, county: report.county, count: 1 });
  const shown = {
    narrative: texts.get('narrative')?.text ?? '',
    place: texts.get('place')?.text ?? null,
    situation: texts.get('situation')?.text ?? null,
    handed: handedOver(texts),
    receivedAt: report.received_at,
    channel: report.channel,
    reporterKind: report.reporter_kind,
    grounds: report.grounds.map((code) => packs.word('grounds', code)),
    needs: report.needs.map((code) => packs.word(packs.has('needType', code) ? 'needType' : 'need', code)),
    persons: persons
      .map((person) => personView(person, persons, classes))
      .map((view) => ({ ...view, match: view.match === 'confirmed' ? view.match : ('new' as const) })),
    // Where the rules would have sent it does not say why the arbiter sent it here.
    route: line?.arbitrated_at && row.disputedAt === null ? null : asRoute(line?.route_explanation),
    files: shownFiles(await listFiles(tx, { kind: 'report', id: report.id })).map(({ id, name, type, bytes }) => ({
      id,
      name,
      type,
      bytes,
    })),
    sentBy: line?.sent_by ?? '',
    joins:
      line?.for_case != null && line.for_number !== null
        ? { caseId: line.for_case, number: line.for_number, leadName: line.for_lead }
        : null,
    about: aboutWhom(row, persons),
    family: await readPicture(tx, call, linked, { hitsExpired: true }),
  };
  const ruling = line?.arbitrated_at
    ? { reason: line.arbitration_reason ?? '', by: line.arbitrated_by ?? '', at: line.arbitrated_at }
    : null;
  return { report, ruling, shown };
}

/** What the case owes while the unit has not accepted it. */
function dutiesShown(house: House, row: DispatchRow): One['clocks'] {
  const programme = programmeFor(row.programme, row.county);
  if (programme === null || !waitsForUnit.some((status) => status === row.status)) return [];
  return dutiesWaiting(house, { ...row, band: asBand(row.band) }, house.now()).map(({ ruleId, start, due }) =>
    caseClockView(programme, { rule: ruleId, started_at: start, due_at: due, paused_at: null, stopped_at: null, outcome: null }),
  );
}

/** The view of the unit's supervisor. */
export async function readDispatch({ dispatchId }: InputOf<'dispatch', 'one'>, tx: Tx, call: Call): Promise<Result<One>> {
  const row = await findRow(tx, dispatchId, []);
  const told = row && (await whatWasReported(tx, call, row, ['report.read', 'case.accept']));
  if (!row || !told) return fail({ code: 'notFound', kind: 'dispatch', id: dispatchId });
  const clocks = await readReportClocks(tx, row.reportId);
  const withdrawn = await isRelative(tx, tx.actor.id, row.reportId);
  return ok({
    ...dispatchView(call.house, row),
    ...told.shown,
    title: told.shown.about ?? row.title,
    clocks: [
      ...clocks.filter((clock) => clock.dispatch_id === row.id).map((clock) => clockView(call.house, told.report.county, clock)),
      ...dutiesShown(call.house, row),
    ],
    workers: await readWorkers(tx, row.unitId),
    ruling: told.ruling,
    withdrawn,
    mayAccept: !withdrawn && waitsForUnit.some((status) => status === row.status),
    mayDispute: !withdrawn && row.status === 'sent' && row.disputedAt === null && told.ruling === null,
  });
}

/** The view of the arbiter: only while the dispute waits, and with the load of the units that could take it. */
export async function readDisputed({ dispatchId }: InputOf<'dispatch', 'disputed'>, tx: Tx, call: Call): Promise<Result<Disputed>> {
  const row = await findRow(tx, dispatchId, ['disputed']);
  const told = row && (await whatWasReported(tx, call, row, ['report.read', 'report.arbitrate']));
  if (!row || !told) return fail({ code: 'notFound', kind: 'dispatch', id: dispatchId });
  const dispute = disputeOf(row);
  return ok({
    ...dispatchView(call.house, row),
    ...told.shown,
    title: told.shown.about ?? row.title,
    disputedBy: row.disputedBy ?? '',
    note: dispute?.note ?? null,
    betterUnitId: dispute?.betterUnitId ?? null,
    units: await anyUnit(tx, row.county, told.report.district, row.programme),
  });
}
