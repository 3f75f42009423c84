// Text as code points: the one unit in which all similarities of the shelf count, so that 陳 or 𠮷 is one character everywhere.

/** How many code points of a value are looked at; what lies beyond (a megabyte in a name field) is ignored, in every comparison alike. */
export const LONGEST = 1000;

/** Code points of a string, at most `LONGEST`; a lone surrogate counts as U+FFFD. */
export const codePoints = (text: string, most = LONGEST): number[] => {
  const points: number[] = [];
  for (let i = 0; i < text.length && points.length < most; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdfff) {
      points.push(unit);
      continue;
    }
    const low = unit < 0xdc00 && i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
    if (low >= 0xdc00 && low <= 0xdfff) {
      points.push((unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000);
      i++;
    } else points.push(0xfffd);
  }
  return points;
};
