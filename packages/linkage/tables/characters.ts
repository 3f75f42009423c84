// Which characters the Han tables cover: everything that Big5 can write (13,060), its simplified counterparts and the rest of the
// CJK blocks where a source has something to say. Order is by code point so that generated files differ only where facts differ.

export const byCodePoint = (a: string, b: string): number => a.codePointAt(0)! - b.codePointAt(0)!;

/** The two planes of Big5: 5,401 frequent and 7,652 less frequent characters. */
const big5 = (firstLead: number, lastLead: number): string[] => {
  const decoder = new TextDecoder('big5');
  const found = new Set<string>();
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      if (trail > 0x7e && trail < 0xa1) continue;
      const text = decoder.decode(new Uint8Array([lead, trail]));
      if (/^\p{Unified_Ideograph}$/u.test(text)) found.add(text);
    }
  }
  return [...found].sort(byCodePoint);
};

export const FREQUENT = big5(0xa4, 0xc6);
export const RARE = big5(0xc9, 0xf9);

/** All unified ideographs up to extension F: the range in which the sources are asked. */
export const allIdeographs = (): string[] => {
  const list: string[] = [];
  for (let point = 0x3400; point <= 0x2ebe0; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const char = String.fromCodePoint(point);
    if (/^\p{Unified_Ideograph}$/u.test(char)) list.push(char);
  }
  return list;
};
