// Which session does a request belong to? Reads the signed cookie without the library, because every request asks.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { cookieName } from './sign-in-library.ts';

/** The session token of a cookie header when its signature is ours; null otherwise. Format: `<token>.<base64 HMAC-SHA-256>`, URL-encoded. */
export function readSessionToken(cookieHeader: string | undefined, secret: string): string | null {
  if (!cookieHeader) return null;
  for (const part of cookieHeader.split(';')) {
    const at = part.indexOf('=');
    if (at < 0 || part.slice(0, at).trim() !== cookieName) continue;
    return verified(part.slice(at + 1).trim(), secret);
  }
  return null;
}

function verified(raw: string, secret: string): string | null {
  let value: string;
  try {
    value = decodeURIComponent(raw);
  } catch {
    return null;
  }
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
