// A dispatch as the desk, the receiving unit and the arbiter would have written it, before the case it led to marks it as accepted.

import { acceptedBy } from '@anwang/core/cases';
import { deskDueInstant } from '@anwang/core/screening';
import { instantFromMs, taipei } from '@anwang/core/time';
import { programmeFor } from '@anwang/packs';
import type { Row } from '@anwang/store/people';
import type { SynthDispatch, SynthLine, SynthReport } from '@anwang/synth';
import type { ReportContext } from './report-context.ts';

const due = (rule: DispatchClock['rule'], fromMs: number, { rules, calendar }: ReportContext): string =>
  deskDueInstant(rules.desk, rule, instantFromMs(fromMs), { calendar, zone: taipei });

/** By when the unit accepts: within its own time, or before the first duty of the case is over. */
const acceptDue = (report: SynthReport, line: SynthLine, dispatch: SynthDispatch, context: ReportContext): string => {
  const { county, band, receivedMs } = report;
  const sent = {
    county,
    band,
    grade: line.grade,
    class: line.class,
    receivedAt: instantFromMs(receivedMs),
    sentAt: instantFromMs(dispatch.sentMs),
  };
  const from = acceptFrom(dispatch);
  const limit = deskDueInstant(context.rules.desk, 'unit-accept', instantFromMs(from), { calendar: context.calendar, zone: taipei });
  return acceptedBy(limit, programmeFor(line.programme, county), sent, {
    now: instantFromMs(from),
    calendar: context.calendar,
    zone: taipei,
  });
};

/** From when the unit's time to accept counts: the arbiter's word begins it again. */
const acceptFrom = ({ sentMs, dispute }: SynthDispatch): number => dispute?.decided?.atMs ?? sentMs;

const when = (ms: number | undefined): string | null => (ms === undefined ? null : instantFromMs(ms));

/** The row of a line that was sent; none while the proposal waits for its review. */
export const dispatchRow = (report: SynthReport, line: SynthLine, sentBy: string, context: ReportContext): Row[] => {
  const { dispatch } = line;
  if (dispatch === null) return [];
  const { dispute } = dispatch;
  return [
    {
      id: dispatch.id,
      report_id: report.id,
      proposal_line_id: line.lineId,
      county: report.county,
      district: report.district,
      programme: line.programme,
      unit_id: line.unit,
      urgency: line.urgency,
      band: report.band,
      status: dispute === null ? 'sent' : dispute.decided === null ? 'disputed' : 'upheld',
      sent_by: sentBy,
      sent_at: instantFromMs(dispatch.sentMs),
      accept_due: acceptDue(report, line, dispatch, context),
      dispute_reason: dispute === null ? null : JSON.stringify({ reason: dispute.reason, note: dispute.note, betterUnitId: null }),
      disputed_by: dispute?.by ?? null,
      disputed_at: when(dispute?.atMs),
      arbiter_due: dispute === null ? null : due('arbitration', dispute.atMs, context),
      arbitrated_by: dispute?.decided?.by ?? null,
      arbitrated_at: when(dispute?.decided?.atMs),
      arbitration_reason: dispute?.decided?.reason ?? null,
      version: 1,
    },
  ];
};

interface DispatchClock {
  readonly rule: 'unit-accept' | 'arbitration';
  readonly dispatch: string;
  readonly startedMs: number;
  readonly due: string;
  readonly stoppedMs: number | null;
}

/** The clocks of a dispatch: the unit's, and the arbiter's where there was a dispute. */
export const dispatchClocks = (report: SynthReport, line: SynthLine, context: ReportContext): DispatchClock[] => {
  const { dispatch } = line;
  if (dispatch === null) return [];
  const { dispute } = dispatch;
  const waits = dispute !== null && dispute.decided === null;
  const startedMs = acceptFrom(dispatch);
  const accept = { rule: 'unit-accept', dispatch: dispatch.id, startedMs, due: acceptDue(report, line, dispatch, context) } as const;
  if (dispute === null) return [{ ...accept, stoppedMs: null }];
  return [
    { ...accept, stoppedMs: waits ? dispute.atMs : null },
    {
      rule: 'arbitration',
      dispatch: dispatch.id,
      startedMs: dispute.atMs,
      due: due('arbitration', dispute.atMs, context),
      stoppedMs: dispute.decided?.atMs ?? null,
    },
  ];
};
