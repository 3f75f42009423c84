// A surname or a given name alone in its column, compared with the levels of full names.
import type { Comparison, Words } from '../../../roles/types.ts';
import { frequencyOf } from '../../frequency.ts';
import { cleanText, foldLatin } from '../../text/index.ts';
import { canonicalText } from '../characters/index.ts';
import { isEmptyWord } from '../data/placeholders.ts';
import { compareNames } from './compare.ts';
import { NAME_LEVELS, nameLevel } from './levels.ts';
import { type PreparedName, prepareParsed } from './prepare.ts';

const DIFFERENT = nameLevel('different');
/** Levels that speak of the other part of the name do not exist here. */
const FOREIGN = new Set([nameLevel('surname'), nameLevel('given'), nameLevel('prefix')]);

const prepare = (raw: string | null): PreparedName | null => {
  const text = raw === null ? '' : cleanText(raw).replace(/\s/gu, '');
  if (isEmptyWord(text)) return null;
  // A surname alone is compared like a given name alone: all of the row is one part.
  if (/^\p{Script=Han}{1,5}$/u.test(text)) return prepareParsed({ kind: 'han', surname: '', given: text, normal: text });
  const folded = foldLatin(text);
  const tokens = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return tokens.length === 0 ? null : prepareParsed({ kind: 'latin', tokens, normal: folded });
};

const single = (role: 'surname' | 'given-name', label: Words): Comparison<PreparedName> => ({
  id: `zh-TW/${role}`,
  locale: 'zh-TW',
  inputs: [role],
  label,
  levels: NAME_LEVELS,
  facets: [{ id: 'value', label }],
  prepare: ([raw]) => prepare(raw ?? null),
  compare: (a, b) => {
    const level = compareNames(a, b);
    return FOREIGN.has(level) ? DIFFERENT : level;
  },
  facetsOf: (value) => [canonicalText(value.normal)],
  format: (value) => value.normal,
  frequency: frequencyOf<PreparedName>(NAME_LEVELS, {
    kinds: { value: (value) => canonicalText(value.normal) },
    levels: { same: 'value', variant: 'value' },
  }),
});

export const TAIWAN_SURNAME = single('surname', { zh: '姓', en: 'Surname' });
export const TAIWAN_GIVEN_NAME = single('given-name', { zh: '名', en: 'Given name' });
