// The first officer decides. The suggestion of the rules is read anew, and where the decision differs from it the officer says why.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { reviewNeed } from '@anwang/core/screening';
import {
  concludeReport,
  isRelative,
  readMatched,
  readReportPersons,
  readReportRow,
  readRouting,
  writeProposal,
} from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { returnTransfer } from '../../desk/answer-transfer.ts';
import { checkDecision, placeOf } from '../../desk/check-decision.ts';
import { givenReport } from '../../desk/given-report.ts';
import { type Suggested, suggest } from '../../desk/suggest.ts';
import type { Call } from '../../http/call.ts';
import { bilingual } from '../../packs-in-force.ts';
import { foundUndecided } from '../../people/found-undecided.ts';

type Input = InputOf<'screening', 'propose'>;

/** Writes the proposal; where no second person is needed, it is dispatched at once. */
export async function propose(input: Input, tx: Tx, call: Call): Promise<Result<OutputOf<'screening', 'propose'>>> {
  const report = await readReportRow(tx, input.reportId);
  if (!report) return fail({ code: 'notFound', kind: 'report', id: input.reportId });
  if (await isRelative(tx, tx.actor.id, report.id)) return fail({ code: 'conflictOfInterest', reason: 'relative' });
  const persons = await readReportPersons(tx, report.id);
  const routing = await readRouting(tx, report.county);
  const place = placeOf(report, persons);
  const checked = await checkDecision(tx, call, input, place, routing);
  if (!checked.ok) return checked;
  const matched = await readMatched(tx, report.id, report.received_at);
  const suggestion = suggest(call.house, report.county, report.district, givenReport(report, persons), matched, routing);
  const differs = differsFrom(suggestion, input);
  if (differs && input.differsReason === null) return fail({ code: 'reasonCodeNeeded', field: 'differsReason' });

  const context = { now: call.now, zone: call.house.time().zone };
  const need = reviewNeed(
    call.house.packs.desk(report.county),
    {
      outcome: input.outcome,
      band: input.band,
      programmes: input.lines.map((line) => line.programme),
      grades: input.lines.flatMap((line) => line.grade ?? []),
      differs,
      otherCounty: matched.otherCounty,
      priorReports: matched.priorReports,
    },
    context,
  );
  const decision = { ...checked.value, bandSource: input.band === suggestion.core.band ? ('rule' as const) : ('person' as const) };
  const written = await writeProposal(tx, {
    ...decision,
    reportId: report.id,
    version: input.version,
    systemProposal: suggestion.view,
    differsReason: differs ? input.differsReason : null,
    evidence: { hits: input.hitsSeen, flags: input.flagsSeen },
    note: input.note,
    needsReview: need.required,
    reviewRule: need.rule.code,
    at: call.now,
  });
  if (!written.ok) return written;
  const { proposalId, lineIds, version } = written.value;
  const dispatchIds = need.required ? [] : await concludeReport(tx, { report: written.value.report, decision, lineIds, at: call.now });
  if (!need.required) {
    await foundUndecided(tx, call.now, report.id, decision);
    await returnTransfer(tx, call, report, decision, input.note);
  }
  return ok({
    proposalId,
    version: need.required ? version : version + 1,
    needsReview: need.required,
    reviewRule: { code: need.rule.code, label: bilingual(need.rule.label) },
    dispatchIds,
  });
}

/** Another outcome, band, set of programmes, or another unit than the routing proposed. */
function differsFrom(suggestion: Suggested, input: Input): boolean {
  const { view } = suggestion;
  if (input.outcome !== view.outcome || input.band !== view.band) return true;
  const wanted = [...new Set(input.lines.map((line) => line.programme))].sort().join();
  if (wanted !== [...view.lines.map((line) => line.programme)].sort().join()) return true;
  return input.lines.some((line) => {
    const proposed = view.lines.find((other) => other.programme === line.programme);
    return proposed?.route !== null && proposed?.route?.unitId !== line.unitId;
  });
}
