// One dispatch with the report as far as the receiving unit may see it: never the reporter, never what matching only guesses.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { listFiles } from '@anwang/store/files';
import {
  listDispatches,
  readDispatchLine,
  readReportClocks,
  readReportPersons,
  readReportRow,
  readReportTexts,
  readWorkers,
} from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { classesSeen } from '../../desk/classes-seen.ts';
import { clockView } from '../../desk/clock-view.ts';
import { personView } from '../../desk/person-view.ts';
import type { RouteView } from '../../desk/suggest.ts';
import { readPicture } from '../../family/read-picture.ts';
import { shownFiles } from '../../files/shown-files.ts';
import type { Call } from '../../http/call.ts';
import { dispatchView } from './dispatch-view.ts';

/** The view of the unit's supervisor. */
export async function readDispatch(input: InputOf<'dispatch', 'one'>, tx: Tx, call: Call): Promise<Result<OutputOf<'dispatch', 'one'>>> {
  const missing = fail({ code: 'notFound' as const, kind: 'dispatch', id: input.dispatchId });
  const { rows } = await listDispatches(tx, { id: input.dispatchId, states: [], order: 'accept_due', limit: 1 });
  const [row] = rows;
  if (!row) return missing;
  const report = await readReportRow(tx, row.reportId);
  if (!report) return missing;
  const texts = await readReportTexts(tx, report.id);
  const persons = await readReportPersons(tx, report.id);
  const clocks = await readReportClocks(tx, report.id);
  const line = await readDispatchLine(tx, row.id);
  const classes = classesSeen(call, ['report.read', 'case.accept']);
  const { packs } = call.house;
  const linked = [...new Set(persons.flatMap((person) => person.person_id ?? []))];
  tx.audit({ action: 'report.read', ids: [row.id, report.id], personIds: linked, county: report.county, count: 1 });
  return ok({
    ...dispatchView(call.house, row),
    narrative: texts.get('narrative')?.text ?? '',
    place: texts.get('place')?.text ?? null,
    situation: texts.get('situation')?.text ?? null,
    receivedAt: report.received_at,
    channel: report.channel,
    reporterKind: report.reporter_kind,
    grounds: report.grounds.map((code) => packs.word('grounds', code)),
    needs: report.needs.map((code) => packs.word(packs.has('needType', code) ? 'needType' : 'need', code)),
    persons: persons.map((person) => ({
      ...personView(person, persons, classes),
      match: person.person_id === null ? ('new' as const) : ('confirmed' as const),
    })),
    route: (line?.route_explanation ?? null) as unknown as RouteView | null,
    clocks: clocks.filter((clock) => clock.dispatch_id === row.id).map((clock) => clockView(call.house, report.county, clock)),
    files: shownFiles(await listFiles(tx, { kind: 'report', id: report.id })).map(({ id, name, type, bytes }) => ({
      id,
      name,
      type,
      bytes,
    })),
    sentBy: line?.sent_by ?? '',
    workers: await readWorkers(tx, row.unitId),
    family: await readPicture(tx, call, linked, { hitsExpired: true }),
    mayDispute: row.status === 'sent' && row.disputedAt === null && !(line?.redirected ?? false),
  });
}
