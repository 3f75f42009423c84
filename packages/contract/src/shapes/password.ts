// Passwords as they are chosen and as they are tried: a new one has a least length, an old one is only compared.
import { z } from 'zod';

/** At least so many characters; chosen for this system, not taken from a rule. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;

/** A password that is to be from now on. */
export const newPassword = z.string().min(PASSWORD_MIN).max(PASSWORD_MAX);

/** A password that somebody says is theirs. */
export const triedPassword = z.string().min(1).max(PASSWORD_MAX);
