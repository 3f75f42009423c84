// Outcomes and urgencies of the desk in words.
import { m } from '../../words/index.ts';
import type { Line, Outcome } from './decision.ts';

/** An outcome in the language of the screen. */
export function outcomeWord(outcome: Outcome): string {
  return { accept: m.outcome_accept(), informationOnly: m.outcome_information_only(), notAccepted: m.outcome_not_accepted() }[outcome];
}

/** What the second officer says who agrees to it: only what is accepted goes on to a unit. */
export function agreeWord(outcome: Outcome): string {
  return outcome === 'accept' ? m.review_confirm() : m.review_agree({ outcome: outcomeWord(outcome) });
}

/** An urgency in the language of the screen. */
export function urgencyWord(urgency: Line['urgency']): string {
  return { immediate: m.urgency_immediate(), urgent: m.urgency_urgent(), ordinary: m.urgency_ordinary() }[urgency];
}
