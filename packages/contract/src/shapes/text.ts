// How free text may enter: normalised once at the edge, so that nothing behind it meets a NUL, a lone surrogate or an invisible character.
// Follows the "rare characters, full-width digits, zero-width characters": 𠮷 stays, U+200B goes, １２３ in codes and dates becomes 123.
import { z } from 'zod';

// Zero-width and bidirectional controls, soft hyphen, word joiner, byte order mark; variation selectors stay because Han names use them.
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;
// Control characters other than tab and line feed. PostgreSQL refuses U+0000 in text.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters that must not pass
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;

/** What the text means without characters that nobody can see; canonical composition, line ends as LF. */
export const cleanText = (raw: string): string =>
  raw.toWellFormed().replace(/\r\n?/g, '\n').normalize('NFC').replace(INVISIBLE, '').replace(CONTROL, '').trim();

/** As `cleanText`, and compatibility forms folded (full-width digits and letters): for identifiers, telephone numbers, dates and codes. */
export const foldText = (raw: string): string => cleanText(raw.toWellFormed().normalize('NFKC'));

/** Text of 1 to `max` characters after cleaning. */
export const text = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform(cleanText)
    .pipe(z.string().min(1).max(max));

/** Text that may be empty; empty and only invisible characters become null. */
export const maybeText = (max: number) =>
  z
    .string()
    .max(max * 4)
    .nullable()
    .default(null)
    .transform((raw) => (raw === null ? null : cleanText(raw) || null))
    .pipe(z.string().max(max).nullable());

/** A folded line such as a telephone number or an identifier as the reporter wrote it; empty becomes null. */
export const maybeFolded = (max: number) =>
  z
    .string()
    .max(max * 4)
    .nullable()
    .default(null)
    .transform((raw) => (raw === null ? null : foldText(raw) || null))
    .pipe(z.string().max(max).nullable());

/** The id of a coded concept, as the packs and the dictionary write them. */
export const code = z.string().regex(/^[A-Za-z][A-Za-z0-9._:-]{0,79}$/);
