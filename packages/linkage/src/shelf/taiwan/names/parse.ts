// What kind of name is it, and what are its parts? Han names with surname and given name (masked ones too), indigenous names with a middle dot, Latin names.
// Parsing changes nothing that could be meant: simplified and variant characters stay (they are a matter of comparison). Law: 姓名條例 §1–§4.
import { cleanText, codePoints, foldLatin } from '../../text/index.ts';
import { isEmptyWord } from '../data/placeholders.ts';
import { isCompoundSurname, splitSurname } from './surname.ts';

export interface HanName {
  readonly kind: 'han';
  readonly prefix?: string;
  readonly surname: string;
  /** null where only a title follows the surname (陳先生). */
  readonly given: string | null;
  readonly masked?: true;
  readonly normal: string;
  readonly alias?: string;
}
export interface TokenName {
  readonly kind: 'indigenous' | 'latin';
  readonly tokens: readonly string[];
  readonly surname?: string;
  readonly normal: string;
  readonly alias?: string;
}
export type ParsedName = HanName | TokenName;

export const MASK = '○';

const HAN = /\p{Script=Han}/u;
const DOTS = /[·‧・•．.⋅∙･᛫]/u;
// Beside what people write for a hidden character: private-use characters and U+FFFD, which stand for rare ones that a system could not carry over.
const MASKS = /[○〇◯●◎□■＊*Xxㄨ×OoＯ?？某_\ue000-\uf8ff\ufffd]/gu;
/** A syllable in Zhuyin beside Han characters stands for one that the writer did not know: 王ㄒㄧㄠˇ明. ㄚ alone is how 阿 is written (ㄚ妹). */
const SYLLABLE = /(?=[\u3105-\u3129])[\u3105-\u3119]?[\u3127-\u3129]?[\u311a-\u3126]?[ˊˇˋ˙]?/gu;
const TITLE = /(?:先生|小姐|女士|太太|同學|老師|小弟弟|小妹妹|小朋友)$/u;
/** Last two characters of the titles. */
const TITLE_ENDS = ['先生', '小姐', '女士', '太太', '同學', '老師', '弟弟', '妹妹', '朋友'];
const ENDS = new Map(TITLE_ENDS.map((end) => [end.charCodeAt(1), end.charCodeAt(0)]));
/** Can these be the last two code units of a title? */
export const endsLikeTitle = (last: number, before: number): boolean => ENDS.get(last) === before;
const MOST_CHARACTERS = 24;
/** Two to four ideographs and nothing else, the shape of nearly all names; 某 may be a mask. */
const PLAIN = /^[\u4e00-\u67cf\u67d1-\u9fff]{2,4}$/;

/** A name as written → its parts; null if nothing is said (empty, placeholder, all masked). */
export const parseName = (raw: string | null): ParsedName | null => {
  if (raw === null) return null;
  const text = cleanText(raw);
  if (isEmptyWord(text)) return null;
  if (PLAIN.test(text) && !TITLE.test(text)) return splitHan([...text], false);
  const bracket = /^([^(]+)\(([^()]*)\)\s*$/u.exec(text);
  const alias = bracket?.[2]?.trim();
  const body = (bracket?.[1] ?? text).trim();
  const name = HAN.test(body) ? parseHan(body) : parseLatin(body);
  return name && alias && !isEmptyWord(alias) ? { ...name, alias } : name;
};

const parseHan = (text: string): ParsedName | null => {
  const dotted = text
    .split(DOTS)
    .map((part) => part.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter(Boolean);
  if (dotted.length > 1 && dotted.every((part) => [...part].length > 1 || dotted.length > 2)) {
    return { kind: 'indigenous', tokens: dotted, normal: dotted.join('·') };
  }
  const masked = text.replace(/\s/gu, '').replace(/ㄚ/gu, '阿').replace(SYLLABLE, MASK).replace(MASKS, MASK);
  const letters = [...masked].filter((char) => char === MASK || HAN.test(char)).slice(0, MOST_CHARACTERS);
  const whole = letters.join('');
  const untitled = whole.replace(TITLE, '');
  const titled = untitled !== whole && untitled.length > 0;
  const characters = [...(titled ? untitled : whole)];
  if (characters.every((char) => char === MASK)) return null;
  if (titled && (characters.length === 1 || isCompoundSurname(untitled))) {
    return { kind: 'han', surname: untitled, given: null, normal: untitled };
  }
  return splitHan(characters, characters.includes(MASK));
};

const splitHan = (characters: readonly string[], masked: boolean): HanName => {
  const normal = characters.join('');
  const split = splitSurname(codePoints(normal));
  const prefix = characters.slice(0, split.prefix).join('');
  const surname = characters.slice(split.prefix, split.prefix + split.surname).join('');
  const given = characters.slice(split.prefix + split.surname).join('') || null;
  return { kind: 'han', ...(prefix ? { prefix } : {}), surname, given, ...(masked ? { masked: true as const } : {}), normal };
};

const parseLatin = (text: string): TokenName | null => {
  const folded = foldLatin(text).replace(/[’‘`´ʼ]/gu, "'");
  const [before, after] = folded.split(',', 2) as [string, string?];
  const first = tokensOf(before);
  const rest = tokensOf(after ?? '');
  const tokens = [...first, ...rest].slice(0, MOST_CHARACTERS);
  if (tokens.length === 0) return null;
  const withComma = first.length > 0 && rest.length > 0;
  return {
    kind: 'latin',
    ...(withComma ? { surname: first.join(' ') } : {}),
    tokens,
    normal: withComma ? `${first.join(' ')}, ${rest.join(' ')}` : tokens.join(' '),
  };
};

const tokensOf = (text: string): string[] => text.split(/[^\p{L}\p{N}']+/u).filter((token) => /\p{L}|\p{N}/u.test(token));
