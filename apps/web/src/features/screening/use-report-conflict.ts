// Two officers decided on one report at once: what the other decided, and what this one was about to send, in words.
import { useCallback } from 'react';
import { type ConflictLine, fieldOf, isConflict, linesOf, showConflict, textOf } from '../../client/conflict.ts';
import type { ProblemView } from '../../client/problem.ts';
import { useMe } from '../../session/me.ts';
import { bandWord } from '../../ui/Ladder.tsx';
import { formatMoment, m } from '../../words/index.ts';
import { useConceptWords, useProgrammeWords } from '../../words/label.ts';
import type { Decision, Outcome } from './decision.ts';
import { agreeWord, outcomeWord } from './decision-words.ts';

const outcomes = ['accept', 'informationOnly', 'notAccepted'] as const;
const bands = ['low', 'medium', 'high', 'extreme'] as const;

function reviewWord(decision: string, outcome: Outcome): string {
  return { confirmed: agreeWord(outcome), changed: m.review_change(), sentBack: m.review_send_back() }[decision] ?? decision;
}

/** Takes the problem of a decision; true when it was a conflict and is on the screen. */
export function useReportConflict(): (problem: ProblemView, yours: { step?: string; decision: Decision }) => boolean {
  const word = useConceptWords();
  const programme = useProgrammeWords();
  const me = useMe();
  return useCallback(
    (problem, { step, decision }) => {
      if (!isConflict(problem)) return false;
      const outcomeIn = (side: unknown) => outcomes.find((each) => each === textOf(side, 'outcome'));
      const bandIn = (side: unknown) => bands.find((each) => each === textOf(side, 'band'));
      const who = (side: unknown) =>
        [textOf(side, 'by'), textOf(side, 'at') && formatMoment(textOf(side, 'at'))].filter(Boolean).join(m.clause_mark());
      const proposal = fieldOf(problem.facts.theirs, 'proposal');
      const review = fieldOf(problem.facts.theirs, 'review');
      const named = fieldOf(proposal, 'programmes');
      const theirOutcome = outcomeIn(proposal);
      const theirBand = bandIn(proposal) ?? bandIn(problem.facts.theirs);
      const theirs: ConflictLine[] = linesOf(
        [m.conflict_reviewed(), textOf(review, 'decision') ? reviewWord(textOf(review, 'decision'), theirOutcome ?? 'accept') : ''],
        [m.conflict_by(), who(review)],
        [m.reason(), textOf(review, 'reason')],
        [m.decision_outcome(), theirOutcome ? outcomeWord(theirOutcome) : ''],
        [m.coded_reason(), word(textOf(proposal, 'reason'))],
        [m.programme(), Array.isArray(named) ? named.map((each) => programme(String(each))).join(m.list_mark()) : ''],
        [m.band_label(), theirBand ? bandWord(theirBand) : ''],
        [m.conflict_proposed(), who(proposal)],
      );
      const yours: ConflictLine[] = linesOf(
        [m.conflict_reviewed(), step ? reviewWord(step, decision.outcome) : ''],
        [m.decision_outcome(), outcomeWord(decision.outcome)],
        [m.coded_reason(), word(decision.reason)],
        [m.programme(), decision.outcome === 'accept' ? decision.lines.map((line) => programme(line.programme)).join(m.list_mark()) : ''],
        [m.band_label(), bandWord(decision.band)],
        [m.differs_reason(), decision.differsReason],
        [m.note(), decision.note],
      );
      const last = textOf(review, 'by') || textOf(proposal, 'by');
      showConflict({ theirs, yours, own: last === me.name });
      return true;
    },
    [word, programme, me.name],
  );
}
