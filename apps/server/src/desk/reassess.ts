// The rules read a report again after its facts were corrected: band and clocks follow, unless a person has set the band.
import type { OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { deskDue, type RiskBand } from '@anwang/core/screening';
import { changeBand, readMatched, readReportPersons, readReportRow, readRouting } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../http/call.ts';
import { givenReport } from './given-report.ts';
import { suggest } from './suggest.ts';

type Answer = OutputOf<'screening', 'assess'>;

/** Reads it again. `band`: the person's own; null leaves it to the rules. The caller holds the lock. */
export async function reassess(tx: Tx, call: Call, reportId: string, band: RiskBand | null): Promise<Result<Answer>> {
  const { packs } = call.house;
  const report = await readReportRow(tx, reportId);
  if (!report) return fail({ code: 'notFound', kind: 'report', id: reportId });
  const persons = await readReportPersons(tx, report.id);
  const matched = await readMatched(tx, report.id, report.received_at);
  const routing = await readRouting(tx, report.county);
  const suggestion = suggest(call.house, report.county, report.district, givenReport(report, persons), matched, routing);
  const stands = band ?? suggestion.core.band;
  const source = stands === suggestion.core.band ? 'rule' : 'person';
  const due = deskDue(packs.desk(report.county), report.received_at, stands, call.house.time(report.county));
  const changed = await changeBand(tx, {
    reportId: report.id,
    county: report.county,
    band: stands,
    source,
    reasons: source === 'person' ? ['officer'] : suggestion.core.rules.map((rule) => rule.id),
    triageDue: due.triageDue,
    at: call.now,
  });
  if (!changed) return fail({ code: 'reportDecided', reportId: report.id });
  return ok({ version: changed.version, band: stands, bandSource: source, nextDue: changed.nextDue, suggestion: suggestion.view });
}
