// Values that agree or do not: categories and sex.
import type { Comparison, Level, Locale, Role, Words } from '../../roles/types.ts';
import { frequencyOf } from '../frequency.ts';
import { level } from '../level.ts';
import { hashed, hashText } from '../text/hash.ts';

const exact = (
  locale: Locale,
  role: Role,
  label: Words,
  levels: readonly Level[],
  read: (raw: string | null) => string | null,
): Comparison<string> => ({
  id: `${locale}/${role}`,
  locale,
  inputs: [role],
  label,
  levels,
  facets: [{ id: 'value', label }],
  prepare: ([raw]) => read(raw ?? null),
  compare: (a, b) => (a === b ? 1 : 2),
  facetsOf: (value) => [value],
  format: (value) => value,
  packing: {
    width: 2,
    write(value, out, at) {
      hashText(value);
      out[at] = hashed.high;
      out[at + 1] = hashed.low;
      return true;
    },
    compare: (a, atA, b, atB) => (a[atA] === b[atB] && a[atA + 1] === b[atB + 1] ? 1 : 2),
  },
  ...(levels.some((entry) => entry.frequency)
    ? {
        frequency: frequencyOf<string>(levels, {
          kinds: { value: (value) => value },
          facets: { value: 'value' },
          levels: { same: 'value' },
        }),
      }
    : {}),
});

const CATEGORY_LEVELS = [
  level('missing', '類別缺漏', 'category missing', 0, 0),
  level('same', '類別相同', 'same category', 0.95, 0.2, { frequency: 'value' }),
  level('different', '類別不同', 'other category', 0.05, 0.8),
];
const SEX_LEVELS = [
  level('missing', '性別缺漏', 'sex missing', 0, 0),
  level('same', '性別相同', 'same sex', 0.985, 0.5),
  level('different', '性別不同', 'other sex', 0.015, 0.5),
];

export const categoryComparison = (locale: Locale, read: (raw: string | null) => string | null): Comparison<string> =>
  exact(locale, 'category', { zh: '類別', en: 'Category' }, CATEGORY_LEVELS, read);

const MALE = new Set(['m', 'male', 'man', 'boy', '男', '男性', '男生', '1', 'mr', '先生', '雄']);
const FEMALE = new Set(['f', 'female', 'woman', 'girl', '女', '女性', '女生', '2', 'mrs', 'ms', '小姐', '女士', '雌']);
const OTHER = new Set(['x', 'other', 'o', '其他', '第三性', '3', 'nonbinary', 'non-binary']);

/** male, female or other from the usual codes; null for everything else. */
export const readSex = (raw: string | null): string | null => {
  if (raw === null || raw.length > 40) return null;
  const text = raw.normalize('NFKC').trim().toLowerCase();
  return MALE.has(text) ? 'male' : FEMALE.has(text) ? 'female' : OTHER.has(text) ? 'other' : null;
};

export const sexComparison = (locale: Locale): Comparison<string> => exact(locale, 'sex', { zh: '性別', en: 'Sex' }, SEX_LEVELS, readSex);
