// Is this a telephone number of Taiwan, and how is it written? By the national numbering plan: area code and subscriber, mobile, free and short numbers, each with an extension.
// Kept as digits (`077995678#12`); written with the hyphens that people expect.

import { foldText } from './fold-text.ts';

/** Prefixes with how many digits may follow; a longer prefix is meant before a shorter one. */
const plan: readonly (readonly [prefix: string, digits: readonly number[]])[] = [
  ['0826', [5]],
  ['0836', [5]],
  ['0800', [6]],
  ['0809', [6]],
  ['037', [6]],
  ['049', [7]],
  ['082', [6]],
  ['089', [6]],
  ['02', [8]],
  ['03', [7]],
  ['04', [7, 8]],
  ['05', [7]],
  ['06', [7]],
  ['07', [7]],
  ['08', [7]],
  ['09', [8]],
];
/** 110, 113, 1957, 1999: dialled as they are. */
const short = /^1\d{2,3}$/;
const extensionMark = /(?:#|分機|轉|內線|(?:ext|x)\.?)\s*(\d{1,6})$/i;

const prefixOf = (digits: string): string | undefined =>
  plan.find(([prefix, lengths]) => digits.startsWith(prefix) && lengths.includes(digits.length - prefix.length))?.[0];

/** Reads a number as people write it (full-width digits, hyphens, brackets, +886, 分機): digits, with `#` and the extension where there is one; null if it is none. */
export function parseTelephone(raw: string): string | null {
  const text = foldText(raw).replace(/＃/g, '#');
  const extension = extensionMark.exec(text)?.[1];
  const main = text.replace(extensionMark, '').trim();
  if (!/^\+?[\d\s().\-－–—~]+$/.test(main)) return null;
  const digits = main.replace(/[^\d+]/g, '').replace(/^(?:\+|00)8860?/, '0');
  if (!short.test(digits) && prefixOf(digits) === undefined) return null;
  return `${digits}${extension === undefined ? '' : `#${extension}`}`;
}

/** Reads the extension of a person in an office; null if it is none. */
export function parseExtension(raw: string): string | null {
  const text = foldText(raw).replace(/^(?:#|分機|ext\.?)\s*/i, '');
  return /^\d{1,6}$/.test(text) ? text : null;
}

/** The number of an office with the extension of one who works there. */
export function withExtension(office: string, extension: string | null): string {
  return extension === null ? office : `${office.split('#')[0]}#${extension}`;
}

/** As it is written: 07-799-5678 #12, 02-2720-8889, 0912-345-678, 0800-024-111, 113. What is not read as a number stays as it is. */
export function formatTelephone(telephone: string): string {
  const [digits = '', extension] = telephone.split('#');
  const prefix = prefixOf(digits);
  if (prefix === undefined) return telephone;
  const rest = digits.slice(prefix.length);
  const main =
    prefix === '09'
      ? `${digits.slice(0, 4)}-${digits.slice(4, 7)}-${digits.slice(7)}`
      : `${prefix}-${rest.length > 5 ? `${rest.slice(0, rest.length === 8 ? 4 : 3)}-${rest.slice(rest.length === 8 ? 4 : 3)}` : rest}`;
  return extension === undefined ? main : `${main} #${extension}`;
}
