// Why a plan of links cannot be made, as a problem of the contract.
import type { Problem } from '@anwang/core/lang';
import type { PlanProblem } from '@anwang/people';

/** The problem; `id` is the link or person that was asked about. */
export function problemOf(problem: PlanProblem, id: string): Problem {
  switch (problem) {
    case 'alreadyDecided':
      return { code: 'candidateDecided', candidateId: id };
    case 'notConfirmed':
      return { code: 'linkUndone', linkId: id };
    default:
      return { code: 'linkNotCertain', reason: problem };
  }
}
