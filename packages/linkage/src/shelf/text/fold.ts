// How raw text becomes comparable text: one width, no invisible characters, single spaces (Unicode NFKC, UAX #15).

// Controls, zero-width and direction marks, variation selectors, tags: replaced by nothing, after tabs and line breaks became spaces.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const MARKS = /\p{M}+/gu;
/** Code units read of a raw value; enough for any name or address, small against a megabyte. */
const READ = 2000;

/** Printable ASCII and CJK ideographs without leading, trailing or double spaces: nothing to do, and nearly all values are so. */
const isClean = (raw: string): boolean => {
  if (raw.length > READ) return false;
  let space = true;
  for (let i = 0; i < raw.length; i++) {
    const unit = raw.charCodeAt(i);
    if (unit === 0x20) {
      if (space) return false;
      space = true;
      continue;
    }
    if (!((unit > 0x20 && unit < 0x7f) || (unit >= 0x4e00 && unit <= 0x9fff))) return false;
    space = false;
  }
  return !space || raw.length === 0;
};

/** NFKC, without invisible characters and lone surrogates, spaces single and trimmed. Any string is allowed. */
export const cleanText = (raw: string): string => {
  if (isClean(raw)) return raw;
  return raw
    .slice(0, READ)
    .replace(LONE_SURROGATE, '')
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(/ +/g, ' ')
    .trim();
};

/** Lower case without accents: Nguyễn → nguyen, Müller → muller, Ø → o, ß → ss. For Latin text; Han characters are unchanged. */
export const foldLatin = (text: string): string => {
  const lower = text.toLowerCase();
  if (/^\p{ASCII}*$/u.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[øœæßđłıðþ]/g, (char) => BARRED[char] ?? char)
    .normalize('NFC');
};

const BARRED: Record<string, string> = { ø: 'o', œ: 'oe', æ: 'ae', ß: 'ss', đ: 'd', ł: 'l', ı: 'i', ð: 'd', þ: 'th' };

/** NFKC of one code unit as far as full-width ASCII and the ideographic space go. */
export const narrow = (unit: number): number => (unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit === 0x3000 ? 0x20 : unit);
