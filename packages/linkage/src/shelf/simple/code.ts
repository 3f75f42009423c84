// Codes in which a place counts: identifiers outside Taiwan, postcodes, house numbers, telephones, e-mail addresses. One slip is an outcome of its own.
import type { Comparison, Level, Locale, Role, Words } from '../../roles/types.ts';
import { frequencyOf } from '../frequency.ts';
import { indexOf, level } from '../level.ts';
import { isOneEdit, osa } from '../text/index.ts';

interface CodeRole {
  readonly role: Role;
  readonly label: Words;
  readonly levels: readonly Level[];
  readonly read: (raw: string | null) => string | null;
  readonly compare: (a: string, b: string) => string;
  readonly facets: Readonly<Record<string, { readonly label: Words; readonly of: (value: string) => string | null }>>;
}

export const codeComparison = (locale: Locale, role: CodeRole): Comparison<string> => {
  const at = indexOf(role.levels);
  const facets = Object.entries(role.facets);
  return {
    id: `${locale}/${role.role}`,
    locale,
    inputs: [role.role],
    label: role.label,
    levels: role.levels,
    facets: facets.map(([id, facet]) => ({ id, label: facet.label })),
    prepare: ([raw]) => role.read(raw ?? null),
    compare: (a, b) => at(a === b ? 'same' : role.compare(a, b)),
    facetsOf: (value) => facets.map(([, facet]) => facet.of(value)),
    format: (value) => value,
    frequency: frequencyOf<string>(role.levels, { kinds: { value: (value) => value }, levels: { same: 'value' } }),
  };
};

const slipOr =
  (least: number, otherwise: (a: string, b: string) => string) =>
  (a: string, b: string): string =>
    Math.min(a.length, b.length) >= least && isOneEdit(a, b) ? 'slip' : otherwise(a, b);

const SLIP_LEVELS = (zh: string, en: string, same: number): readonly Level[] => [
  level('missing', `${zh}缺漏`, `${en} missing`, 0, 0),
  level('same', `${zh}相同`, `same ${en}`, 0.85, same, { frequency: 'value' }),
  level('slip', `${zh}一碼不同`, `${en} differs in one place`, 0.08, same * 20),
  level('two-slips', `${zh}兩碼不同`, `${en} differs in two places`, 0.02, same * 100),
  level('different', `${zh}不同`, `other ${en}`, 0.05, 1 - same * 121),
];

const letters = (raw: string | null, most: number): string | null => {
  if (raw === null) return null;
  const text = raw
    .slice(0, 200)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}*]/gu, '')
    .slice(0, most);
  return text === '' || /^0+$/.test(text) || /^(?:NA|NAN|NULL|NONE|UNKNOWN|無|不詳)$/.test(text) ? null : text;
};

export const IDENTIFIER: CodeRole = {
  role: 'identifier',
  label: { zh: '識別碼', en: 'Identifier' },
  levels: SLIP_LEVELS('識別碼', 'identifier', 0.00001),
  read: (raw) => letters(raw, 64),
  compare: slipOr(5, (a, b) => (Math.min(a.length, b.length) >= 7 && osa(a, b) === 2 ? 'two-slips' : 'different')),
  facets: {
    id: { label: { zh: '識別碼', en: 'identifier' }, of: (value) => value },
    start: {
      label: { zh: '識別碼前半', en: 'first half of the identifier' },
      of: (value) => (value.length >= 6 ? value.slice(0, value.length >> 1) : null),
    },
    end: {
      label: { zh: '識別碼後半', en: 'second half of the identifier' },
      of: (value) => (value.length >= 6 ? value.slice(-(value.length >> 1)) : null),
    },
  },
};

export const NUMBER: CodeRole = {
  role: 'number',
  label: { zh: '號碼', en: 'Number' },
  levels: [
    level('missing', '號碼缺漏', 'number missing', 0, 0),
    level('same', '號碼相同', 'same number', 0.85, 0.01, { frequency: 'value' }),
    level('slip', '號碼一碼不同', 'number differs in one place', 0.07, 0.06),
    level('different', '號碼不同', 'other number', 0.08, 0.93),
  ],
  read: (raw) => letters(raw, 40)?.replace(/^0+(?=.)/, '') ?? null,
  compare: slipOr(2, () => 'different'),
  facets: { value: { label: { zh: '號碼', en: 'number' }, of: (value) => value } },
};

export const POSTCODE: CodeRole = {
  role: 'postcode',
  label: { zh: '郵遞區號', en: 'Postcode' },
  levels: [
    level('missing', '郵遞區號缺漏', 'postcode missing', 0, 0),
    level('same', '郵遞區號相同', 'same postcode', 0.8, 0.003, { frequency: 'value' }),
    level('slip', '郵遞區號一碼不同', 'postcode differs in one place', 0.08, 0.02),
    level('area', '郵遞區號前三碼相同', 'same beginning of the postcode', 0.05, 0.02, { unordered: true }),
    level('different', '郵遞區號不同', 'other postcode', 0.07, 0.957),
  ],
  read: (raw) => letters(raw, 12),
  compare: (a, b) => {
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    if (short.length >= 3 && long.startsWith(short)) return 'area';
    if (isOneEdit(a, b)) return 'slip';
    return a.slice(0, 3) === b.slice(0, 3) ? 'area' : 'different';
  },
  facets: {
    value: { label: { zh: '郵遞區號', en: 'postcode' }, of: (value) => value },
    area: {
      label: { zh: '郵遞區號前三碼', en: 'first three of the postcode' },
      of: (value) => (value.length >= 3 ? value.slice(0, 3) : null),
    },
  },
};

export const TELEPHONE: CodeRole = {
  role: 'phone',
  label: { zh: '電話', en: 'Telephone' },
  levels: [
    level('missing', '電話缺漏', 'telephone missing', 0, 0),
    level('same', '電話相同', 'same telephone', 0.7, 0.00002, { frequency: 'value' }),
    level('slip', '電話一碼不同', 'telephone differs in one place', 0.06, 0.0002),
    level('local', '電話末七碼相同', 'same last seven digits', 0.02, 0.00002, { unordered: true }),
    level('different', '電話不同', 'other telephone', 0.22, 0.99976),
  ],
  read: (raw) => {
    const digits =
      raw
        ?.slice(0, 80)
        .normalize('NFKC')
        .replace(/(?:ext\.?|x|#).*$/i, '')
        .replace(/\D/g, '') ?? '';
    return digits.length < 5 || digits.length > 16 || /^(\d)\1+$/.test(digits) ? null : digits;
  },
  compare: slipOr(6, (a, b) => (Math.min(a.length, b.length) >= 7 && a.slice(-7) === b.slice(-7) ? 'local' : 'different')),
  facets: {
    phone: { label: { zh: '電話', en: 'telephone' }, of: (value) => value },
    tail: { label: { zh: '電話末七碼', en: 'last seven digits' }, of: (value) => (value.length >= 7 ? value.slice(-7) : null) },
  },
};

const local = (email: string): string => email.slice(0, email.indexOf('@') < 0 ? undefined : email.indexOf('@'));
const domain = (email: string): string => (email.includes('@') ? email.slice(email.indexOf('@') + 1) : '');

export const EMAIL: CodeRole = {
  role: 'email',
  label: { zh: '電子郵件', en: 'E-mail' },
  levels: [
    level('missing', '電子郵件缺漏', 'e-mail missing', 0, 0),
    level('same', '電子郵件相同', 'same e-mail', 0.7, 0.00002, { frequency: 'value' }),
    level('slip', '電子郵件相近', 'e-mail nearly the same', 0.12, 0.00002),
    level('local', '電子郵件帳號相同、網域不同', 'same e-mail name, other domain', 0.05, 0.0001),
    level('domain', '電子郵件網域相同', 'same e-mail domain only', 0.03, 0.02),
    level('different', '電子郵件不同', 'other e-mail', 0.1, 0.97986),
  ],
  read: (raw) => {
    const text = raw?.slice(0, 200).normalize('NFKC').trim().toLowerCase().replace(/\s/gu, '') ?? '';
    return text.length < 4 || /^(?:none|null|unknown|n\/a)$/.test(text) ? null : text;
  },
  compare: (a, b) => {
    const longest = Math.max(a.length, b.length);
    if (osa(a, b) <= Math.max(1, Math.floor(longest / 8))) return 'slip';
    if (local(a) === local(b) && local(a).length >= 5) return 'local';
    return domain(a) !== '' && domain(a) === domain(b) ? 'domain' : 'different';
  },
  facets: {
    email: { label: { zh: '電子郵件', en: 'e-mail' }, of: (value) => value },
    local: { label: { zh: '電子郵件帳號', en: 'name before the @' }, of: (value) => (local(value).length >= 4 ? local(value) : null) },
  },
};
