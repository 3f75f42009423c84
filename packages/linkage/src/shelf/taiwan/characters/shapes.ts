// Which characters are mistaken for one another because they look alike (未/末, 鈞/均)? From the generated table, symmetric, variants folded.
import { SHAPES } from '../data/shapes.generated.ts';
import { canonicalOf } from './variants.ts';

let alike: Set<number> | undefined;

/** Both points in one number; canonical points lie below 2^21, so the product stays exact. */
const pairOf = (a: number, b: number): number => (a < b ? a * 0x200000 + b : b * 0x200000 + a);

const load = (): Set<number> => {
  const pairs = new Set<number>();
  for (const row of SHAPES.split(' ')) {
    let head = 0;
    for (const char of row) {
      const point = canonicalOf(char.codePointAt(0)!);
      if (head === 0) head = point;
      else if (point !== head) pairs.add(pairOf(head, point));
    }
  }
  return pairs;
};

/** Do two characters, given as canonical code points, look alike? */
export const looksAlike = (a: number, b: number): boolean => {
  alike ??= load();
  return alike.has(pairOf(a, b));
};
