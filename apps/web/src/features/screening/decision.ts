// What is sent when an officer decides, and when does a choice differ from what the rules propose (and so must say why)?
import type { SentOf } from '@anwang/contract';
import { belongsElsewhere, restsOn } from '@anwang/core/screening';
import type { DeskReport } from './queries.ts';

export type Outcome = 'accept' | 'informationOnly' | 'notAccepted';
export type Line = {
  programme: string;
  urgency: 'immediate' | 'urgent' | 'ordinary';
  grade: 'L1' | 'L2' | null;
  class: 'C1' | 'C2' | 'C3' | null;
  unitId: string;
  subjectPersonId: string | null;
};
export type Decision = {
  outcome: Outcome;
  reason: string | null;
  /** The county that goes on with it; '' while nobody has said, NOWHERE for one outside this system. */
  toCounty: string;
  /** The case or the earlier report that it rests on; '' while nobody has said. A draft of before has none. */
  restsOn?: string;
  band: DeskReport['band'];
  lines: Line[];
  differsReason: string;
  note: string;
};

/** Chosen where the county has no desk in this system and must be told in another way. */
export const NOWHERE = 'none';

/** Whether a decision must say which county goes on with the report. */
export const asksCounty = (decision: Decision): boolean => decision.outcome === 'notAccepted' && belongsElsewhere(decision.reason);

/** Whether a decision must name the open case that has the family, or the earlier report of the same event. */
export const asksRest = (decision: Decision) => restsOn(decision.outcome, decision.reason);

const emptyLine: Line = { programme: '', urgency: 'ordinary', grade: null, class: null, unitId: '', subjectPersonId: null };

/** The lines as they are filled in: who accepts what the rules would not begins with one that is empty. */
export const linesOf = ({ lines }: Decision): readonly Line[] => (lines.length > 0 ? lines : [emptyLine]);

/** The lines with one more. */
export const withLine = (decision: Decision): Line[] => [...linesOf(decision), emptyLine];

const gradeOf = (grade: string | null): Line['grade'] => (grade === 'L1' || grade === 'L2' ? grade : null);
const classOf = (name: string | null): Line['class'] => (name === 'C1' || name === 'C2' || name === 'C3' ? name : null);

/** The decision that the rules propose, ready to be taken or changed. */
export function proposedDecision(report: DeskReport): Decision {
  const { suggestion } = report;
  return {
    outcome: suggestion.outcome,
    reason: null,
    toCounty: '',
    band: suggestion.band,
    lines: suggestion.lines.map((line) => ({
      programme: line.programme,
      urgency: line.urgency,
      grade: gradeOf(line.grade),
      class: null,
      unitId: line.route?.unitId ?? '',
      subjectPersonId: null,
    })),
    differsReason: '',
    note: '',
  };
}

/** The decision of the first officer, as the second finds it. */
export function standingDecision(proposal: NonNullable<DeskReport['proposal']>): Decision {
  return {
    outcome: proposal.outcome,
    reason: proposal.reason,
    toCounty: proposal.toCounty ?? NOWHERE,
    restsOn: proposal.restsOn?.id ?? '',
    band: proposal.band,
    lines: proposal.lines.map((line) => ({
      programme: line.programme,
      urgency: line.urgency,
      grade: gradeOf(line.grade),
      class: classOf(line.class),
      unitId: line.unitId,
      subjectPersonId: line.subjectPersonId,
    })),
    differsReason: proposal.differsReason ?? '',
    note: proposal.note ?? '',
  };
}

/** Whether a decision is another one than proposed: outcome, band, programmes, urgency or unit. */
export function differs(proposed: Decision, chosen: Decision): boolean {
  const key = (decision: Decision) =>
    JSON.stringify([
      decision.outcome,
      decision.band,
      decision.outcome === 'accept' ? decision.lines.map((line) => [line.programme, line.urgency, line.unitId]).sort() : [],
    ]);
  return key(proposed) !== key(chosen);
}

/** What is still missing before a decision can be sent, as the name of the field. */
export function missingPart(
  decision: Decision,
  proposed: Decision,
): 'reason' | 'toCounty' | 'restsOn' | 'lines' | 'unit' | 'differsReason' | undefined {
  if (decision.outcome !== 'accept') {
    if (!decision.reason) return 'reason';
    if (asksCounty(decision) && !decision.toCounty) return 'toCounty';
    if (asksRest(decision) && !decision.restsOn) return 'restsOn';
  } else {
    if (linesOf(decision).some((line) => line.programme === '')) return 'lines';
    if (decision.lines.some((line) => line.unitId === '')) return 'unit';
  }
  return differs(proposed, decision) && decision.differsReason.trim() === '' ? 'differsReason' : undefined;
}

/** The county as the contract takes it. */
export const countyOf = (decision: Decision): string | null =>
  asksCounty(decision) && decision.toCounty && decision.toCounty !== NOWHERE ? decision.toCounty : null;

/** What it rests on, as the contract takes it. */
export const restOf = (decision: Decision): string | null => (asksRest(decision) && decision.restsOn) || null;

/** The decision as the contract takes it. */
export function toProposal(
  report: DeskReport,
  decision: Decision,
  seen: { hits: string[]; flags: string[] },
): SentOf<'screening', 'propose'> {
  const accept = decision.outcome === 'accept';
  return {
    reportId: report.id,
    version: report.version,
    outcome: decision.outcome,
    reason: accept ? null : decision.reason,
    toCounty: countyOf(decision),
    restsOn: restOf(decision),
    band: decision.band,
    lines: accept ? decision.lines : [],
    differsReason: decision.differsReason.trim() || null,
    note: decision.note.trim() || null,
    hitsSeen: seen.hits,
    flagsSeen: seen.flags,
  };
}
