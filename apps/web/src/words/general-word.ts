// Codes that mean the same in every programme, in words: bands, decisions, moments, states, grade and class of child protection.
import { m } from './index.ts';
import { referralStatusWord } from './referral-status.ts';

/** The word of a code; undefined where it is another's. */
export function generalWord(code: string): string | undefined {
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
    caseEnded: m.ended_with_case(),
    unitMoved: m.move(),
    L1: m.grade_1(),
    L2: m.grade_2(),
    C1: m.class_1(),
    C2: m.class_2(),
    C3: m.class_3(),
    accepted: referralStatusWord('accepted'),
    declined: referralStatusWord('declined'),
    completed: referralStatusWord('completed'),
    returned: referralStatusWord('returned'),
    cancelled: referralStatusWord('cancelled'),
  };
  return words[code];
}
