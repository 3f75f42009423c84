// Is a character a surname, and one of the hundred that most people bear? The lists are those by which names are split.
import { canonicalOf } from '../characters/index.ts';
import { COMMON_SURNAMES, OTHER_SURNAMES } from '../data/surnames.ts';

let known: { readonly common: ReadonlySet<number>; readonly all: ReadonlySet<number> } | undefined;
const pointsOf = (list: string): Set<number> => new Set([...list].map((char) => canonicalOf(char.codePointAt(0) ?? 0)));
const load = () => (known ??= { common: pointsOf(COMMON_SURNAMES), all: pointsOf(COMMON_SURNAMES + OTHER_SURNAMES) });

/** Whether the text is one character that one in a thousand or more have as their surname. */
export const isCommonSurname = (text: string): boolean =>
  [...text].length === 1 && load().common.has(canonicalOf(text.codePointAt(0) ?? 0));

/** Whether the first character is known as a surname. */
export const beginsLikeSurname = (text: string): boolean => load().all.has(canonicalOf(text.codePointAt(0) ?? 0));
