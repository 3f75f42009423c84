// How are the codes of a case said? By the value sets that came with it, then by the general words, then by the dictionary.
import { useCallback } from 'react';
import { m } from '../../words/index.ts';
import { useConceptWords, useLabel } from '../../words/label.ts';
import { referralStatusWord } from '../../words/referral-status.ts';
import type { Workspace } from './queries.ts';

function general(code: string): string | undefined {
  const words: Record<string, string> = {
    low: m.band_low(),
    medium: m.band_medium(),
    high: m.band_high(),
    extreme: m.band_extreme(),
    open: m.decision_open(),
    shortTerm: m.status_short_term(),
    notOpened: m.status_not_opened(),
    approved: m.approved(),
    sentBack: m.review_send_back(),
    intake: m.moment_intake(),
    pre: m.moment_pre(),
    review: m.moment_review(),
    post: m.moment_post(),
    active: m.goal_active(),
    achieved: m.goal_achieved(),
    partly: m.goal_partly(),
    notAchieved: m.goal_not_achieved(),
    dropped: m.goal_dropped(),
    yes: m.yes(),
    no: m.no(),
    unknown: m.unknown(),
    lead: m.lead(),
    accepted: referralStatusWord('accepted'),
    declined: referralStatusWord('declined'),
    completed: referralStatusWord('completed'),
  };
  return words[code];
}

/** A code of this case in words. */
export function useCaseWords(one: Workspace): (code: string) => string {
  const label = useLabel();
  const word = useConceptWords();
  return useCallback(
    (code) => {
      if (code === one.programme) return label(one.programmeLabel);
      const found = Object.values(one.choices)
        .flat()
        .find((each) => each.code === code || each.code.startsWith(`${code}@`));
      return found ? label(found.label) : (general(code) ?? word(code));
    },
    [one.choices, one.programme, one.programmeLabel, label, word],
  );
}
