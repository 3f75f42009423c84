// The telephone as one comparison. How telling a shared number is follows from how many records share it (a clinic's or a shelter's number says nothing).
import type { Comparison } from '../../../roles/types.ts';
import { frequencyOf } from '../../frequency.ts';
import { indexOf } from '../../level.ts';
import { isOneEdit } from '../../text/index.ts';
import { PHONE_LEVELS } from './levels.ts';
import { comparePhoneRows, PHONE_WIDTH, readPhone, writePhone } from './packed.ts';
import { type ParsedPhone, parsePhone } from './parse.ts';
import { quickPhone } from './quick.ts';

const at = indexOf(PHONE_LEVELS);
const SAME_MOBILE = at('same-mobile');
const SAME_LANDLINE = at('same-landline');
const SLIP = at('slip');
const LOCAL = at('local');
const EXTENSION = at('extension');
const DIFFERENT = at('different');
/** Weakest first, to find the strongest of several. */
const STRENGTH = [DIFFERENT, LOCAL, EXTENSION, SLIP, SAME_LANDLINE, SAME_MOBILE];

const compareOne = (a: ParsedPhone, b: ParsedPhone): number => {
  if (a.normal === b.normal) {
    if (a.extension && b.extension && a.extension !== b.extension) return EXTENSION;
    return a.kind === 'mobile' ? SAME_MOBILE : SAME_LANDLINE;
  }
  const [short, long] = a.normal.length < b.normal.length ? [a.normal, b.normal] : [b.normal, a.normal];
  if (short.length >= 6 && !short.startsWith('0') && long.startsWith('0') && long.endsWith(short)) return LOCAL;
  return short.length >= 8 && isOneEdit(a.normal, b.normal) ? SLIP : DIFFERENT;
};

const each = (phone: ParsedPhone): readonly ParsedPhone[] =>
  phone.others
    ? [phone, ...phone.others.map((normal): ParsedPhone => ({ normal, kind: /^09\d{8}$/.test(normal) ? 'mobile' : 'landline' }))]
    : [phone];

/** The best agreement of any of one field's numbers with any of the other's. */
export const comparePhones = (a: ParsedPhone, b: ParsedPhone): number => {
  if (!a.others && !b.others) return compareOne(a, b);
  let best = 0;
  for (const x of each(a)) for (const y of each(b)) best = Math.max(best, STRENGTH.indexOf(compareOne(x, y)));
  return STRENGTH[best]!;
};

const formatPhone = (phone: ParsedPhone): string =>
  [phone.normal + (phone.extension ? `#${phone.extension}` : ''), ...(phone.others ?? [])].join('/');

export const TAIWAN_PHONE: Comparison<ParsedPhone> = {
  id: 'zh-TW/phone',
  locale: 'zh-TW',
  inputs: ['phone'],
  label: { zh: '電話', en: 'Telephone' },
  levels: PHONE_LEVELS,
  facets: [
    { id: 'phone', label: { zh: '電話', en: 'telephone' } },
    { id: 'tail', label: { zh: '電話末六碼', en: 'last six digits' } },
  ],
  prepare: ([raw]) => parsePhone(raw ?? null),
  compare: comparePhones,
  facetsOf: (phone) => [phone.normal, phone.normal.length >= 8 ? phone.normal.slice(-6) : null],
  format: formatPhone,
  quick: quickPhone,
  packing: { width: PHONE_WIDTH, write: writePhone, read: readPhone, compare: comparePhoneRows },
  frequency: frequencyOf<ParsedPhone>(PHONE_LEVELS, {
    kinds: { phone: (phone) => phone.normal },
    facets: { phone: 'phone' },
    levels: { 'same-mobile': 'phone', 'same-landline': 'phone', extension: 'phone' },
  }),
};
