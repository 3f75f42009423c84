// States of a dispatch, and the parts of the inbox, in words.
import { m } from '../../words/index.ts';
import type { DispatchStatus, InboxView } from './queries.ts';

/** A dispatch state in the language of the screen. */
export function dispatchStatusWord(status: DispatchStatus): string {
  return {
    sent: m.dispatch_sent(),
    accepted: m.dispatch_accepted(),
    disputed: m.dispatch_disputed(),
    upheld: m.dispatch_upheld(),
    redirected: m.dispatch_redirected(),
    withdrawn: m.dispatch_withdrawn(),
  }[status];
}

/** A part of the inbox in the language of the screen. */
export function inboxViewWord(view: InboxView): string {
  if (view === 'open') return m.inbox_open();
  return dispatchStatusWord(view === 'toAccept' ? 'sent' : view);
}
