// The key under which a browser may keep drafts of one session: derived from the session, so that it is gone for good when the session ends.
import { hkdfSync } from 'node:crypto';

/** 32 bytes as base64url. The token is never stored with the drafts; without a living session nobody can derive the key again. */
export function localKey(sessionToken: string, accountId: string): string {
  return Buffer.from(hkdfSync('sha256', sessionToken, accountId, 'anwang drafts on this device', 32)).toString('base64url');
}
