// Which characters are mistaken for one another because they look alike (未/末, 陳/陣)? From the generated table, symmetric, variants folded.
import { SHAPES } from '../data/shapes.generated.ts';
import { PointTable } from './point-table.ts';

/** Where the row of a character starts in `points`, and its neighbours, a 0 behind them. */
let rows: PointTable | undefined;
let points = new Int32Array(0);

const BLANK = 0x20;

const load = (): PointTable => {
  const found = new PointTable();
  points = new Int32Array(SHAPES.length + 2);
  let end = 1;
  let first = true;
  // Without parts and characters as strings: in a run of a second, making and forgetting them took a hundredth of it.
  for (let at = 0; at < SHAPES.length; at++) {
    const point = SHAPES.codePointAt(at)!;
    if (point > 0xffff) at++;
    if (point === BLANK) {
      end++;
      first = true;
    } else if (first) {
      found.set(point, end);
      first = false;
    } else points[end++] = point;
  }
  return found;
};

/** Do two different characters, given as canonical code points, look alike? Rows hold the neighbours of higher code point. */
export const looksAlike = (a: number, b: number): boolean => {
  rows ??= load();
  const other = Math.max(a, b);
  for (let i = rows.get(Math.min(a, b)); points[i] !== 0; i++) if (points[i] === other) return true;
  return false;
};
