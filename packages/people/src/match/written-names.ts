// Which names did somebody write into one field? A traditional name stands beside a Han name (吳俊傑 Walis Nokan, 吳俊傑（瓦歷斯·諾幹）, 姓名條例 §2–§4),
// and each of them finds the person. Read as one name, Latin letters between Han characters would pass for hidden characters.

const HAN = /\p{Script=Han}/u;
const DOTS = '·‧・•．.⋅∙･᛫';
const DOTTED = new RegExp(`[${DOTS}]`, 'u');
const AROUND_DOT = new RegExp(`\\s*([${DOTS}])\\s*`, 'gu');
const DOTTED_MIX = new RegExp(`\\p{Script=Han}[${DOTS}]\\p{Script=Latin}|\\p{Script=Latin}[${DOTS}]\\p{Script=Han}`, 'u');
/** Words of two letters and more; one letter, or 陳OO, hides characters. */
const LATIN_WORDS =
  /(?![OX]+(?!\p{L}))\p{Script=Latin}[\p{Script=Latin}\p{M}'’ʼ^-]+(?:[\s.·]+\p{Script=Latin}[\p{Script=Latin}\p{M}'’ʼ^-]*)*/giu;
const BRACKET = /^([^()（）]+)[(（]([^()（）]*)[)）]\s*$/u;
/** Nearly all names: nothing to part. */
const PLAIN = /^[\u4e00-\u9fff○]+$/;
const SLASH = /^([^/／]+)[/／]([^/／]+)$/u;

export const hasDots = (text: string): boolean => DOTTED.test(text);

/** The dots between the parts of a name written as one and the same, without blanks around them; what is no name with dots stays. */
export const withDots = (text: string): string => (HAN.test(text) ? text.replace(new RegExp(`\\s*[${DOTS}]\\s*`, 'gu'), '·') : text);

/** 小明（綽號阿弟）: what the bracket calls itself says that it is another name of the same person. */
const NICKNAME =
  /\s*[(（]\s*((?:綽號|外號|小名|乳名|暱稱|別名|別號|又名|又稱|人稱|化名|藝名|原名|舊名|本名|曾用名|a\.?k\.?a\.?(?![a-z]))[：:\s]*(?:是|為|叫)?([^()（）]{1,30}))[)）]/giu;

/** The nicknames beside a name: as they are told of (綽號阿弟), and alone. */
export const nicknamesIn = (text: string | null): readonly { readonly told: string; readonly name: string }[] =>
  text === null || PLAIN.test(text)
    ? []
    : [...text.matchAll(NICKNAME)].flatMap(([, told = '', name = '']) =>
        /\p{L}/u.test(name) ? [{ told: told.normalize('NFKC').trim(), name: name.trim() }] : [],
      );

/** The names in a text, the first as it was written first; one name is one. What stands in brackets in the same script (案母, 阿美) is no name beside it. */
export const writtenNames = (text: string | null): readonly string[] => {
  if (text === null) return [];
  if (PLAIN.test(text)) return [text];
  const tight = text.normalize('NFC').replace(NICKNAME, '').replace(AROUND_DOT, '$1').trim();
  const [, before, after] = BRACKET.exec(tight) ?? [];
  if (before !== undefined && after !== undefined) return beside(byScript(before.trim()), byScript(after.trim()));
  const [, left, right] = SLASH.exec(tight) ?? [];
  if (left !== undefined && right !== undefined && styleOf(left) !== styleOf(right)) return [left.trim(), right.trim()];
  return byScript(tight);
};

const styleOf = (text: string): string => (!HAN.test(text) ? 'latin' : DOTTED.test(text) ? 'dotted' : 'han');

const beside = (first: readonly string[], others: readonly string[]): readonly string[] => [
  ...first,
  ...others.filter((other) => /\p{L}{2}/u.test(other) && !/\d/.test(other) && first.every((one) => styleOf(one) !== styleOf(other))),
];

const byScript = (text: string): readonly string[] => {
  const latin = text.match(LATIN_WORDS);
  if (latin === null || !HAN.test(text) || DOTTED_MIX.test(text)) return byDots(text);
  const han = byDots(text.replace(LATIN_WORDS, ' ').trim());
  return HAN.test([...text][0] ?? '') ? [...han, latin.join(' ')] : [latin.join(' '), ...han];
};

/** 吳俊傑 瓦歷斯·諾幹: blanks part a name with dots from one without; elsewhere they part nothing (陳 大 明). */
const byDots = (text: string): readonly string[] => {
  const words = text.split(/\s+/u);
  const dotted = words.filter((word) => DOTTED.test(word));
  const plain = words.filter((word) => !DOTTED.test(word));
  // Walis Nokan·Watan·漢民 is one name.
  if (!HAN.test(text) || dotted.length !== 1 || plain.length === 0 || !PLAIN.test(plain.join(''))) return [text];
  return DOTTED.test(words[0] ?? '') ? [...dotted, plain.join('')] : [plain.join(''), ...dotted];
};
