// Numbers written in Chinese: 一百一十三, 廿五, 一一○, 元 (year one). Used by dates and addresses.

const DIGITS: Record<string, number> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  元: 1,
  壹: 1,
  貳: 2,
  參: 3,
  叁: 3,
  肆: 4,
  伍: 5,
  陸: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  兩: 2,
  两: 2,
};
const TENS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const JOINED: Record<string, number> = { 廿: 20, 卅: 30, 卌: 40 };

/** Characters of which a Chinese number consists, for use in a character class. */
export const NUMERALS = '〇○零一二三四五六七八九十百千廿卅壹貳參叁肆伍陸柒捌玖拾佰仟兩元';

/** 一百一十三 → 113, 一一○ → 110, 12 → 12; null if it is not a number below 10,000. */
export const parseNumeral = (text: string): number | null => {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  if (text === '') return null;
  const characters = [...text];
  if (characters.every((char) => char in DIGITS)) {
    return characters.length > 4 ? null : characters.reduce((value, char) => value * 10 + DIGITS[char]!, 0);
  }
  let total = 0;
  let digit: number | null = null;
  for (const char of characters) {
    if (char in JOINED) total += JOINED[char]!;
    else if (char in TENS) {
      total += (digit ?? 1) * TENS[char]!;
      digit = null;
    } else if (char in DIGITS) digit = DIGITS[char]!;
    else return null;
  }
  return total + (digit ?? 0);
};
