// The key under which a browser may keep drafts of one session: derived from the session, so that it is gone for good when its owner or an administrator ends it.
// A session that nobody ended, but ran out or lost its cookie, keeps its key for a while: what was typed without a network is opened at the next sign-in
// (docs/decisions/0086).
import { hkdfSync } from 'node:crypto';

/** How long what was typed in a session that ran out can still be opened by its author. */
export const lapsedDays = 14;

/** 32 bytes as base64url. The token is never stored with the drafts; once the session is ended nobody can derive the key again. */
export function localKey(sessionToken: string, accountId: string): string {
  return Buffer.from(hkdfSync('sha256', sessionToken, accountId, 'anwang drafts on this device', 32)).toString('base64url');
}
