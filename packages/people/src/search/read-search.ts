// What did somebody type into the one search box? A number, a telephone, a case or report number, an address, a name or the beginning of one,
// a part of one, or how a name sounds in Zhuyin.
// Each reading gives equality keys; anything wider is refused, because a search that returns half a county helps nobody and tells too much.

import { canonicalText, type ParsedName, parseAddress, parseId, parseName, parsePhone } from '@anwang/linkage/shelf';
import type { LookupKey } from '../match/index.ts';
import { type NameForms, nameForms } from '../match/name-forms.ts';
import { writtenNames } from '../match/written-names.ts';
import { readZhuyin } from '../match/zhuyin.ts';

export type SearchKind = 'identifier' | 'phone' | 'number' | 'address' | 'name';

export interface SearchQuery {
  readonly kind: SearchKind | 'tooWide';
  /** Normal form of a valid-looking identity number, whole or masked. */
  readonly identifier: { readonly normal: string; readonly masked: boolean } | null;
  /** A case or report number as it is printed. */
  readonly number: string | null;
  readonly keys: readonly LookupKey[];
  /** What was typed as a part of a name: asked one after the other, after the keys, and answered up to a bound. */
  readonly parts: readonly LookupKey[];
}

const NUMBER = /^(?:[A-Z]{2}-)?\d{3}-\d{2,4}-\d{3,6}$/;
const nothing: SearchQuery = { kind: 'tooWide', identifier: null, number: null, keys: [], parts: [] };

/** Reads the text of the box; `tooWide` when it is empty or one of the surnames that most people have. */
export const readSearch = (text: string): SearchQuery => {
  const folded = text.normalize('NFKC').trim();
  if (NUMBER.test(folded.toUpperCase())) return { ...nothing, kind: 'number', number: folded.toUpperCase() };
  const id = parseId(folded);
  if (id !== null && id.kind !== 'other')
    return { ...nothing, kind: 'identifier', identifier: { normal: id.normal, masked: id.kind === 'masked' } };
  const phone = /\d{7}/.test(folded.replace(/\D/g, '')) && !/\p{Script=Han}/u.test(folded) ? parsePhone(folded) : null;
  if (phone !== null && phone.kind !== 'other') return { ...nothing, kind: 'phone', keys: [{ kind: 'phone', value: phone.normal }] };
  const address = parseAddress(folded);
  if (address !== null && address.road != null && address.number != null)
    return { ...nothing, kind: 'address', keys: [{ kind: 'address', value: address.normal }] };
  const typed = zhuyinKeys(folded);
  const names = typed === null ? formsIn(folded) : [];
  const keys = typed ?? names.flatMap(nameKeys);
  const parts = names.flatMap(partKeys);
  return keys.length + parts.length === 0 ? nothing : { ...nothing, kind: 'name', keys, parts };
};

const zhuyinKeys = (text: string): LookupKey[] | null => {
  const typed = readZhuyin(text);
  if (typed === null) return null;
  return [
    ...(typed.initials === null ? [] : [{ kind: 'nameInitials', value: typed.initials } as const]),
    ...(typed.pinyin === null ? [] : [{ kind: 'namePinyin', value: typed.pinyin } as const]),
  ];
};

const formsIn = (text: string) =>
  writtenNames(text).flatMap((written) => {
    const name = parseName(written);
    return name === null ? [] : [{ name, forms: nameForms(name, canonicalText) }];
  });

// A begun name (陳怡) may be a whole name of two characters or the first two of three.
const nameKeys = ({ name, forms }: ReturnType<typeof formsIn>[number]): LookupKey[] => {
  if (name.kind === 'han' && name.masked === true) return forms.masked.map((value) => ({ kind: 'nameMasked', value }));
  const begun: LookupKey[] =
    name.kind === 'han' && [...(forms.given ?? '')].length === 1 ? [{ kind: 'nameMasked', value: `${forms.whole}○` }] : [];
  return [
    ...(forms.whole === null ? [] : (['name', 'nickname'] as const).map((kind) => ({ kind, value: forms.whole ?? '' }))),
    ...(forms.pinyin === null ? [] : [{ kind: 'namePinyin', value: forms.pinyin } as const]),
    ...(forms.plain === null ? [] : [{ kind: 'name', value: forms.plain } as const]),
    ...withoutDots(name, forms),
    ...begun,
  ];
};

/** 瓦歷斯諾幹 for 瓦歷斯·諾幹, whose sound is kept as its parts one after the other; and the name with dots for whoever is in the index without. */
const withoutDots = (name: ParsedName, forms: NameForms): LookupKey[] =>
  name.kind === 'han'
    ? [...name.normal].length < 4
      ? []
      : [...new Set([name.normal, canonicalText(name.normal)])].map((value) => ({ kind: 'namePinyin', value }))
    : name.kind === 'indigenous' && forms.whole !== null
      ? [{ kind: 'name', value: canonicalText(name.tokens.join('')) }]
      : [];

// 谷辣斯 of 谷辣斯·尤達卡, 怡君 of 陳怡君; one character, or a surname of two, that few enough share.
const partKeys = ({ name, forms }: ReturnType<typeof formsIn>[number]): LookupKey[] => [
  ...(forms.asPart === null ? [] : [{ kind: 'namePart', value: forms.asPart } as const]),
  ...(forms.plain === null ? [] : [{ kind: 'namePart', value: forms.plain } as const]),
  ...(name.kind !== 'han' || [...name.normal].length > 2
    ? []
    : wholeAsCharacters(name.given === null ? forms.characters : [name.normal, canonicalText(name.normal)])),
];

const wholeAsCharacters = (characters: readonly string[]): LookupKey[] =>
  [...new Set(characters)].map((value) => ({ kind: 'nameCharacter', value }));
