// What people change about their own sign-in: password, second factor.
import type { LibraryCall } from './library-call.ts';

export interface Done {
  readonly ok: boolean;
  readonly cookies: readonly string[];
}

export function ownAccount(call: LibraryCall) {
  const tried = async (path: string, cookie: string | undefined, body: Record<string, unknown>): Promise<Done> => {
    const { status, cookies } = await call('POST', path, cookie, body);
    return { ok: status === 200, cookies };
  };
  return {
    /** All other sessions end; this one gets a new cookie. */
    changePassword: (cookie: string | undefined, current: string, next: string): Promise<Done> =>
      tried('/change-password', cookie, { currentPassword: current, newPassword: next, revokeOtherSessions: true }),

    /** The secret for the authenticator as an otpauth address, and codes for the day the phone is lost; null when the password is wrong. */
    totpStart: async (cookie: string | undefined, password: string): Promise<{ uri: string; backupCodes: readonly string[] } | null> => {
      const { status, body } = await call('POST', '/two-factor/enable', cookie, { password });
      const { totpURI, backupCodes } = body;
      return status === 200 && typeof totpURI === 'string' && Array.isArray(backupCodes)
        ? { uri: totpURI, backupCodes: backupCodes.map(String) }
        : null;
    },
    totpConfirm: (cookie: string | undefined, code: string): Promise<Done> => tried('/two-factor/verify-totp', cookie, { code }),
    totpStop: (cookie: string | undefined, password: string): Promise<Done> => tried('/two-factor/disable', cookie, { password }),
  };
}
