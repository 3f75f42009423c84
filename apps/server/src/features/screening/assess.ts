// The officer corrects what was reported; the rules read it again. A band of the officer's own needs a reason and stays until the evidence is worse.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { deskDue } from '@anwang/core/screening';
import { changeBand, correctReport, lockReport, readMatched, readReportPersons, readReportRow, readRouting } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { givenReport } from '../../desk/given-report.ts';
import { suggest } from '../../desk/suggest.ts';
import type { Call } from '../../http/call.ts';

/** Writes the corrections and draws the clocks anew. */
export async function assess(input: InputOf<'screening', 'assess'>, tx: Tx, call: Call): Promise<Result<OutputOf<'screening', 'assess'>>> {
  const { packs } = call.house;
  const wrong = [
    ...input.grounds.flatMap((code, at) =>
      packs.has('grounds', code) ? [] : [{ path: `grounds.${at}`, reason: 'notInValueSet:grounds' }],
    ),
    ...input.needs.flatMap((code, at) =>
      packs.has('needType', code) || packs.has('need', code) ? [] : [{ path: `needs.${at}`, reason: 'notInValueSet:need' }],
    ),
  ];
  if (wrong.length > 0) return fail({ code: 'invalidInput', fields: wrong });
  const yours = { grounds: input.grounds, needs: input.needs, band: input.band?.value ?? null };
  const locked = await lockReport(tx, {
    reportId: input.reportId,
    version: input.version,
    states: ['received', 'screening', 'returned'],
    yours,
  });
  if (!locked.ok) return locked;
  await correctReport(tx, {
    reportId: input.reportId,
    grounds: input.grounds,
    needs: input.needs,
    immediateDanger: input.immediateDanger,
    childrenInHome: input.childrenInHome,
  });
  const report = await readReportRow(tx, input.reportId);
  if (!report) return fail({ code: 'notFound', kind: 'report', id: input.reportId });
  const persons = await readReportPersons(tx, report.id);
  const matched = await readMatched(tx, report.id, report.received_at);
  const suggestion = suggest(
    call.house,
    report.county,
    report.district,
    givenReport(report, persons),
    matched,
    await readRouting(tx, report.county),
  );
  const band = input.band?.value ?? suggestion.core.band;
  const source = input.band && input.band.value !== suggestion.core.band ? 'person' : 'rule';
  const due = deskDue(packs.desk(report.county), report.received_at, band, call.house.time(report.county));
  const changed = await changeBand(tx, {
    reportId: report.id,
    county: report.county,
    band,
    source,
    reasons: source === 'person' ? ['officer'] : suggestion.core.rules.map((rule) => rule.id),
    triageDue: due.triageDue,
    at: call.now,
  });
  if (!changed) return fail({ code: 'reportDecided', reportId: report.id });
  return ok({ version: changed.version, band, bandSource: source, nextDue: changed.nextDue, suggestion: suggestion.view });
}
