// The second person decides: never on the own proposal, never on relatives. Confirming or changing dispatches; sending back gives the report to the desk again.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { type Decision, isRelative, readProposal, readReportPersons, readReportRow, readRouting, writeReview } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { acceptDueOf } from '../../desk/accept-due.ts';
import { returnTransfer } from '../../desk/answer-transfer.ts';
import { checkDecision, placeOf } from '../../desk/check-decision.ts';
import { handOnTo } from '../../desk/hand-on.ts';
import { restsOnOf } from '../../desk/proposal-view.ts';
import { restsOnWhat } from '../../desk/rests-on.ts';
import { asBand, asBandSource, asOutcome, asUrgency } from '../../desk/words-of-rows.ts';
import type { Call } from '../../http/call.ts';
import { foundUndecided } from '../../people/found-undecided.ts';

type Input = InputOf<'review', 'decide'>;

/** Writes the review under the row lock of the report: of two reviewers at once the second gets the conflict with what the first decided. */
export async function decideReview(input: Input, tx: Tx, call: Call): Promise<Result<OutputOf<'review', 'decide'>>> {
  const report = await readReportRow(tx, input.reportId);
  if (!report) return fail({ code: 'notFound', kind: 'report', id: input.reportId });
  if (input.decision !== 'confirmed' && input.reason === null) return fail({ code: 'reasonCodeNeeded', field: 'reason' });
  if ((input.decision === 'changed') !== (input.change !== null))
    return fail({ code: 'invalidInput', fields: [{ path: 'change', reason: input.change === null ? 'missing' : 'notAllowed' }] });
  if (await isRelative(tx, tx.actor.id, report.id)) return fail({ code: 'conflictOfInterest', reason: 'relative' });
  const standing = await standingOf(input, tx, call, report);
  if (!standing.ok) return standing;
  const written = await writeReview(tx, {
    reportId: report.id,
    proposalId: input.proposalId,
    version: input.version,
    decision: input.decision,
    reason: input.reason,
    standing: standing.value,
    at: call.now,
  });
  if (!written.ok) return written;
  if (standing.value !== null) {
    await foundUndecided(tx, call.now, report.id, standing.value);
    await returnTransfer(tx, call, report, standing.value, await wordsOf(input, tx));
  }
  return ok({ reportId: report.id, ...written.value });
}

/** What the first officer wrote beside the decision that was confirmed, or the second beside their own. */
const wordsOf = async ({ decision, change, reportId }: Input, tx: Tx): Promise<string | null> =>
  decision === 'confirmed' ? ((await readProposal(tx, reportId))?.note ?? null) : (change?.note ?? null);

type Report = NonNullable<Awaited<ReturnType<typeof readReportRow>>>;

/** What stands after the review: the proposal as it is, the reviewer's own, or nothing. */
async function standingOf(input: Input, tx: Tx, call: Call, report: Report): Promise<Result<Decision | null>> {
  if (input.decision === 'sentBack') return ok(null);
  if (input.change !== null) {
    const persons = await readReportPersons(tx, report.id);
    const place = placeOf(report, persons);
    const checked = await checkDecision(tx, call, input.change, place, await readRouting(tx, report.county), 'change');
    return checked.ok
      ? ok({ ...checked.value, bandSource: input.change.band === report.band ? asBandSource(report.band_source) : 'person' })
      : checked;
  }
  const held = await readProposal(tx, report.id);
  if (held === null) return fail({ code: 'proposalMissing', reportId: report.id });
  const { county, received_at: receivedAt } = report;
  const band = asBand(held.proposal.band);
  // Who has what it rests on is asked anew: a case may have closed since.
  const named = {
    outcome: asOutcome(held.proposal.outcome),
    reason: held.proposal.reason,
    band,
    restsOn: restsOnOf(held.proposal)?.id ?? null,
  };
  const rests = await restsOnWhat(tx, call, named, placeOf(report, []));
  if ('fault' in rests) return fail({ code: 'invalidInput', fields: [{ path: 'restsOn', reason: rests.fault }] });
  return ok({
    outcome: asOutcome(held.proposal.outcome),
    reason: held.proposal.reason,
    restsOn: rests.restsOn,
    band: asBand(held.proposal.band),
    bandSource: asBandSource(held.proposal.band_source),
    handOn: held.proposal.to_county === null ? null : handOnTo(call, held.proposal.to_county, asBand(held.proposal.band)),
    lines:
      rests.restsOn !== null
        ? rests.lines
        : held.lines.map((line) => ({
            programme: line.programme,
            urgency: asUrgency(line.urgency),
            grade: line.grade,
            class: line.class,
            unitId: line.unit_id,
            proposedUnitId: line.proposed_unit_id,
            routeExplanation: line.route_explanation,
            subjectPersonId: line.report_person_id,
            acceptDue: acceptDueOf(call.house, { ...line, band, county, receivedAt, sentAt: call.now }, call.now),
          })),
  });
}
