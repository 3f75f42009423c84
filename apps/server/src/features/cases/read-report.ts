// What was reported, as those read it who work on the case: the story, the people, the files, and what was added since. Never the reporter, never what matching guesses.
import type { InputOf, OutputOf } from '@anwang/contract';
import { decide } from '@anwang/core/access';
import { fail, ok, type Result } from '@anwang/core/lang';
import { readReportsOfCase } from '@anwang/store/casework';
import { listFiles } from '@anwang/store/files';
import { readAdditions, readReportPersons, readReportRow, readReportTexts } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { additionView } from '../../desk/addition-view.ts';
import { classesSeen } from '../../desk/classes-seen.ts';
import { givenReport } from '../../desk/given-report.ts';
import { handedOver } from '../../desk/handed-view.ts';
import { personView } from '../../desk/person-view.ts';
import { shownFiles } from '../../files/shown-files.ts';
import type { Call } from '../../http/call.ts';

/** The report behind a case; `notFound` where it is not this case's or out of reach. */
export async function readReportOfCase(
  { caseId, reportId }: InputOf<'cases', 'report'>,
  tx: Tx,
  call: Call,
): Promise<Result<OutputOf<'cases', 'report'>>> {
  const linked = (await readReportsOfCase(tx, caseId)).some((one) => one.id === reportId);
  const report = linked ? await readReportRow(tx, reportId) : undefined;
  if (report === undefined) return fail({ code: 'notFound', kind: 'report', id: reportId });
  const [texts, persons, additions, files] = await Promise.all([
    readReportTexts(tx, reportId),
    readReportPersons(tx, reportId),
    readAdditions(tx, reportId),
    listFiles(tx, { kind: 'report', id: reportId }),
  ]);
  const classes = await classesSeen(tx, call, ['report.read'], reportId);
  const given = givenReport(report, persons);
  const { packs } = call.house;
  tx.audit({
    action: 'report.read',
    ids: [reportId, caseId],
    personIds: persons.flatMap((person) => person.person_id ?? []),
    county: report.county,
    count: 1,
  });
  return ok({
    id: report.id,
    number: report.number,
    receivedAt: report.received_at,
    channel: report.channel,
    reporterKind: report.reporter_kind,
    occurredOn: report.occurred_on,
    districtName: report.district_name,
    place: texts.get('place')?.text ?? null,
    narrative: texts.get('narrative')?.text ?? '',
    situation: texts.get('situation')?.text ?? null,
    handed: handedOver(texts),
    grounds: report.grounds.map((code) => packs.word('grounds', code)),
    needs: report.needs.map((code) => packs.word(packs.has('needType', code) ? 'needType' : 'need', code)),
    immediateDanger: given.immediateDanger,
    childrenInHome: given.childrenInHome,
    persons: persons.map((person) => {
      const { match: _guessed, ...view } = personView(person, persons, classes);
      return view;
    }),
    additions: additions.map(additionView),
    files: shownFiles(files).map(({ id, name, type, bytes }) => ({ id, name, type, bytes })),
    mayAdd: decide(call.actor, 'report.append', call.purpose, null, call.now).allow,
  });
}
