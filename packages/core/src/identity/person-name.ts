// How is a name written? Han characters without blanks, indigenous names with a middle dot or romanised alone (姓名條例 since 2024), Latin names.
// A reader keeps what was written: nothing is corrected, variants and simplified characters stay; masked characters become ○.

import type { Problem } from '../lang/problem.ts';
import { fail, ok, type Result } from '../lang/result.ts';
import { foldText } from './fold-text.ts';

/** A name as read. `text` is the form for display. */
export type PersonName = { readonly kind: 'han' | 'indigenous' | 'latin'; readonly text: string; readonly masked: boolean };

const dots = /[·‧・•．]/gu;
/** A syllable in Zhuyin stands for a character that the writer did not know; ㄚ alone is how 阿 is written. */
const zhuyin = /(?=[\u3105-\u3129])[\u3105-\u3119]?[\u3127-\u3129]?[\u311a-\u3126]?[ˊˇˋ˙]?/gu;
const maskChars = /[○〇◯*＊?？□]/gu;

/** Reads a name; empty text, or text without a letter or Han character, is no name. Lengths run from 1 to 60 characters. */
export function parsePersonName(raw: string): Result<PersonName, Problem> {
  // Full-width dots separate indigenous names; they must not become full stops first.
  const text = foldText(raw.replace(dots, '·'));
  const han = /\p{Script=Han}/u.test(text);
  if ([...text].length > 60 || !/[\p{L}○]/u.test(text.replace(maskChars, '○'))) return fail({ code: 'nameUnreadable' });
  if (!han) return ok({ kind: 'latin', text: text.replace(/\s+/g, ' '), masked: false });
  const tight = text.replace(/\s+/g, '').replace(maskChars, '○');
  if (tight.includes('·')) return ok({ kind: 'indigenous', text: tight, masked: tight.includes('○') });
  // Between Han characters a Latin O or X stands for a hidden character, as clerks type it.
  const shown = tight
    .replace(/(?<=\p{Script=Han})[OoXx]+/gu, (hidden) => '○'.repeat(hidden.length))
    .replace(zhuyin, (syllable) => (syllable === 'ㄚ' ? syllable : '○'));
  return ok({ kind: 'han', text: shown, masked: shown.includes('○') });
}

/** 陳○明: the middle hidden, for lists that many see; of two characters the second, of Latin names all but the initials. */
export function maskPersonName(name: PersonName): string {
  if (name.kind === 'latin') return name.text.replace(/(\p{L})\p{L}+/gu, '$1.');
  const chars = [...name.text];
  if (chars.length <= 1) return '○';
  if (chars.length === 2) return `${chars[0]}○`;
  return chars.map((char, index) => (index === 0 || index === chars.length - 1 || char === '·' ? char : '○')).join('');
}
