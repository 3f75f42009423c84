// The general states of a case in words; programmes name their own stages on top of them.
import { m } from '../paraglide/messages.js';

/** A case state in the language of the screen; an unknown one as it is. */
export function statusWord(status: string): string {
  const words: Record<string, string> = {
    dispatched: m.status_dispatched(),
    accepted: m.status_accepted(),
    assigned: m.status_assigned(),
    assessing: m.status_assessing(),
    openReview: m.status_open_review(),
    open: m.status_open(),
    shortTerm: m.status_short_term(),
    notOpened: m.status_not_opened(),
    closeReview: m.status_close_review(),
    closed: m.status_closed(),
  };
  return words[status] ?? status;
}
