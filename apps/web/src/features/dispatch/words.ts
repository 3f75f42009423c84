// States of a dispatch in words.
import { m } from '../../words/index.ts';
import type { DispatchStatus } from './queries.ts';

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
