// Is somebody called as was typed? Names that stand in no index are compared one after the other by the keys of the index; nearly all are passed over by one look at
// their characters, which costs a fiftieth of making their keys (3,000 reported people in the queue of a county).

import { canonicalText, readingOf, spellingOf, syllableOf } from '@anwang/linkage/shelf';
import { indexKeys, type KeyKind, prepareReported, UNKNOWN_PERSON } from '../match/index.ts';
import { zhuyinOf } from '../match/zhuyin.ts';
import type { SearchQuery } from './read-search.ts';

/** A name of Han characters alone, as nearly all are; any other is compared by its keys. */
const PLAIN = /^[\u4e00-\u9fff○]+$/;
const BY_SOUND: readonly KeyKind[] = ['namePinyin', 'nameInitials'];

const soundOf = (character: string): string => spellingOf(syllableOf(readingOf(character.codePointAt(0) ?? 0)));

/** Whether a name can have one of the keys at all: all characters of one that is spelled, or the last sound of one that is heard. */
const glance = (query: SearchQuery): ((name: string) => boolean) => {
  const wanted = [...query.keys, ...query.parts];
  const spelled = wanted
    .filter(({ kind }) => !BY_SOUND.includes(kind))
    .map(({ value }) => value.match(/\p{Script=Han}/gu) ?? [])
    .filter((characters) => characters.length > 0);
  const heard = wanted.filter(({ kind }) => kind === 'namePinyin').map(({ value }) => value);
  const begun = wanted.filter(({ kind }) => kind === 'nameInitials').map(({ value }) => value);
  return (name) => {
    if (!PLAIN.test(name)) return true;
    const canonical = canonicalText(name);
    if (spelled.some((characters) => characters.every((one) => name.includes(one) || canonical.includes(one)))) return true;
    if (heard.length + begun.length === 0) return false;
    const last = soundOf(canonical.slice(-1));
    return heard.some((sound) => sound.endsWith(last)) || begun.some((symbols) => symbols.endsWith(zhuyinOf(last).charAt(0)));
  };
};

/** Whether a name has one of the keys of a search; to be asked of many names. */
export const calledSo = (query: SearchQuery): ((name: string) => boolean) => {
  const wanted = new Set([...query.keys, ...query.parts].map(({ kind, value }) => `${kind}|${value}`));
  const possible = glance(query);
  return (name) =>
    possible(name) && indexKeys(prepareReported({ ...UNKNOWN_PERSON, name })).some(({ kind, value }) => wanted.has(`${kind}|${value}`));
};
