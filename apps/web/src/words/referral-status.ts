// States of a referral in words.
import { m } from '../paraglide/messages.js';

/** A referral state in the language of the screen; an unknown one as it is. */
export function referralStatusWord(status: string): string {
  const words: Record<string, string> = {
    sent: m.referral_sent(),
    accepted: m.referral_accepted(),
    declined: m.referral_declined(),
    completed: m.referral_completed(),
    returned: m.referral_returned(),
    cancelled: m.referral_cancelled(),
  };
  return words[status] ?? status;
}
