// Which characters are the same but for the way of writing (黃/黄, 臺/台, 峰/峯, 陳/陈)? One canonical character for each such family.
import { VARIANTS } from '../data/variants.generated.ts';
import { PointTable } from './point-table.ts';

let canonical: PointTable | undefined;

const load = (): PointTable => {
  const map = new PointTable();
  let from = 0;
  for (const char of VARIANTS) {
    const point = char.codePointAt(0)!;
    if (from === 0) from = point;
    else {
      map.set(from, point);
      from = 0;
    }
  }
  return map;
};

/** Ideographs begin here: nothing below has variants, and Latin names need not be looked up letter by letter. */
const FIRST = 0x3400;

/** Canonical code point of a character; itself where it has no variants. */
export const canonicalOf = (point: number): number => {
  if (point < FIRST) return point;
  canonical ??= load();
  return canonical.get(point) || point;
};

/** A text with every character in canonical form; for keys and comparison, never for display. */
export const canonicalText = (text: string): string => {
  let latin = 0;
  while (latin < text.length && text.charCodeAt(latin) < FIRST) latin++;
  if (latin === text.length) return text;
  let out = '';
  for (const char of text) out += String.fromCodePoint(canonicalOf(char.codePointAt(0)!));
  return out;
};
