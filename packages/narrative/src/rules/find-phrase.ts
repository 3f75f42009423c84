// Where does a phrase stand in a text? Plain characters stand for themselves, `…` for a few characters within the clause, `#` for a run of digits.
// All positions are code points, so that rare characters (𠮷) count as one.

export type Place = { readonly start: number; readonly end: number };

const digit = (char: string | undefined): boolean => char !== undefined && /^[0-9０-９]$/.test(char);

/** The end of the phrase's rest from here, or -1. The shortest gap that fits is taken. */
function match(
  text: readonly string[],
  at: number,
  phrase: readonly string[],
  from: number,
  gap: number,
  stops: ReadonlySet<string>,
): number {
  let here = at;
  for (let part = from; part < phrase.length; part += 1) {
    const sign = phrase[part];
    if (sign === '…') {
      for (let skip = 0; skip <= gap; skip += 1) {
        const end = match(text, here + skip, phrase, part + 1, gap, stops);
        if (end >= 0) return end;
        const over = text[here + skip];
        if (over === undefined || stops.has(over)) return -1;
      }
      return -1;
    }
    if (sign === '#') {
      if (!digit(text[here])) return -1;
      while (digit(text[here])) here += 1;
    } else if (text[here] === sign) here += 1;
    else return -1;
  }
  return here;
}

/** Every place of a phrase, from left to right, none over another. */
export function findPhrase(text: readonly string[], phrase: string, gap: number, stops: ReadonlySet<string>): Place[] {
  const signs = [...phrase];
  const [first] = signs;
  const places: Place[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (first !== '#' && text[at] !== first) continue;
    // A number begins where its digits begin.
    if (first === '#' && digit(text[at - 1])) continue;
    const end = match(text, at, signs, 0, gap, stops);
    if (end < 0) continue;
    places.push({ start: at, end });
    at = end - 1;
  }
  return places;
}
