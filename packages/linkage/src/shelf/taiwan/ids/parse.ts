// Which kind of identity number is it, is its check digit right, and is it a known sample? National IDs, resident numbers of 2021 and before, masked ones.
import { cleanText } from '../../text/index.ts';
import { isEmptyWord } from '../data/placeholders.ts';
import { hasRightCheckDigit } from './check-digit.ts';

export interface ParsedId {
  readonly kind: 'national' | 'resident' | 'resident-old' | 'masked' | 'other';
  /** Upper case without separators; masked positions are `*`. */
  readonly normal: string;
  readonly valid: boolean;
  readonly placeholder: boolean;
  readonly sex: 'male' | 'female' | null;
}

const LONGEST = 32;
const MASKS = /[*○〇◯●□■＊X×x_#?]/gu;
/** Numbers printed on specimens and in manuals, beyond those recognised by their run of digits. */
const SAMPLES = new Set(['A223456781', 'A100000001', 'A200000003', 'A800000014', 'A900000007', 'A100000010']);

/** An identifier as written → its parts; null if it says nothing. Text that is no Taiwanese number (a passport) is `other`. */
export const parseId = (raw: string | null): ParsedId | null => {
  if (raw === null) return null;
  const text = cleanText(raw);
  if (isEmptyWord(text)) return null;
  const normal = text
    .toUpperCase()
    .replace(/[\s\-‐‑–—.·/]/gu, '')
    .slice(0, LONGEST);
  if (!/[\p{L}\p{N}]/u.test(normal.replace(MASKS, '')) || /^0+$/.test(normal)) return null;
  const kind = kindOf(normal);
  if (kind === 'other') {
    const masked = maskedForm(normal);
    if (masked !== null) return { kind: 'masked', normal: masked, valid: false, placeholder: false, sex: sexOf(masked.charAt(1)) };
    return { kind, normal, valid: false, placeholder: isFiller(normal), sex: null };
  }
  return { kind, normal, valid: hasRightCheckDigit(normal), placeholder: isFiller(normal), sex: sexOf(normal.charAt(1)) };
};

const kindOf = (id: string): ParsedId['kind'] =>
  /^[A-Z][12]\d{8}$/.test(id)
    ? 'national'
    : /^[A-Z][89]\d{8}$/.test(id)
      ? 'resident'
      : /^[A-Z][A-D]\d{8}$/.test(id)
        ? 'resident-old'
        : 'other';

/** Ten positions of which at least one is masked and two are visible, in the shape of an identity number. */
const maskedForm = (id: string): string | null => {
  const head = id.charAt(0);
  const rest = id.slice(1).replace(MASKS, '*');
  return [...rest].length === 9 && /^[A-Z*]$/.test(head) && /^[\dA-D*][\d*]{8}$/.test(rest) && rest.includes('*') ? head + rest : null;
};

const sexOf = (second: string): ParsedId['sex'] => (/[18AC]/.test(second) ? 'male' : /[29BD]/.test(second) ? 'female' : null);

/** All digits equal, or a run up or down, or a printed specimen. */
const isFiller = (id: string): boolean => {
  if (SAMPLES.has(id)) return true;
  const digits = id.replace(/^[A-Z]{1,2}/, '');
  if (digits.length < 6 || /\D/.test(digits)) return false;
  const tail = digits.slice(-8);
  return /^(\d)\1+$/.test(tail) || (tail.length === 8 && ('0123456789012'.includes(tail) || '9876543210987'.includes(tail)));
};
