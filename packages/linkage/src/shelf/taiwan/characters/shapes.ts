// Which characters are mistaken for one another because they look alike (未/末, 陳/陣)? From the generated table, symmetric, variants folded.
import { SHAPES } from '../data/shapes.generated.ts';

let rows: Map<number, string> | undefined;

const load = (): Map<number, string> => {
  const found = new Map<number, string>();
  for (const row of SHAPES.split(' ')) found.set(row.codePointAt(0)!, row);
  return found;
};

/** Do two different characters, given as canonical code points, look alike? Rows hold the neighbours of higher code point. */
export const looksAlike = (a: number, b: number): boolean => {
  rows ??= load();
  const row = rows.get(Math.min(a, b));
  return row?.includes(String.fromCodePoint(Math.max(a, b))) ?? false;
};
