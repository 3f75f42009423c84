// Which number can be called? Taiwanese mobile (09…), landline with area code, service numbers; country code, extension and several numbers in one field.
// National numbering plan: area codes 02–08 with the longer 037, 049, 082, 0826, 0836, 089.
import { cleanText } from '../../text/index.ts';
import { isEmptyWord } from '../data/placeholders.ts';

export interface ParsedPhone {
  readonly kind: 'mobile' | 'landline' | 'service' | 'other';
  /** Digits with the leading 0. */
  readonly normal: string;
  readonly extension?: string;
  /** Further numbers in the same field. */
  readonly others?: readonly string[];
}

const SERVICE = /^(?:1\d{2}|19\d{2}|0800\d{6}|0809\d{6}|020[34]\d{6})$/;

/** A phone field as written → its first number; null if it says nothing or is a filler (0912345678). */
export const parsePhone = (raw: string | null): ParsedPhone | null => {
  if (raw === null) return null;
  const text = cleanText(raw.slice(0, 200));
  if (isEmptyWord(text)) return null;
  const numbers = text
    .split(/[/、,;；，\n或]|\s{2,}/u)
    .map(parseOne)
    .filter((phone) => phone !== null);
  const [first, ...others] = numbers;
  if (!first) return null;
  return others.length > 0 ? { ...first, others: others.map((phone) => phone.normal) } : first;
};

const parseOne = (text: string): ParsedPhone | null => {
  const [main, extensionText] = text.split(/#|分機|轉|ext\.?|x(?=\s*\d)/iu, 2) as [string, string?];
  const normal = nationalForm(main.replace(/\D/gu, ''));
  if (normal.length < 3 || isFiller(normal)) return null;
  const extension = extensionText?.replace(/\D/gu, '');
  return { kind: kindOf(normal), normal, ...(extension ? { extension } : {}) };
};

const nationalForm = (digits: string): string => {
  const local = digits.replace(/^(?:00|002)?886(?=0?\d{8,9}$)/, '');
  if (local !== digits) return local.startsWith('0') ? local : `0${local}`;
  return /^9\d{8}$/.test(digits) ? `0${digits}` : digits;
};

const kindOf = (normal: string): ParsedPhone['kind'] =>
  SERVICE.test(normal) ? 'service' : /^09\d{8}$/.test(normal) ? 'mobile' : /^0[2-8]\d{6,9}$/.test(normal) ? 'landline' : 'other';

/** One digit repeated after the prefix, or the run 0912345678. */
const isFiller = (normal: string): boolean =>
  normal === '0912345678' || normal === '0987654321' || /^(\d)\1+$/.test(normal) || (normal.length >= 8 && /(\d)\1{6,}$/.test(normal));
