// Which characters are mistaken for one another because they look alike (未/末, 陳/陣)? From the generated table, symmetric, variants folded.
import { SHAPES } from '../data/shapes.generated.ts';
import { PointTable } from './point-table.ts';

/** Where the row of a character starts in `points`, and its neighbours, a 0 behind them. */
let rows: PointTable | undefined;
let points = new Int32Array(0);

const load = (): PointTable => {
  const found = new PointTable();
  points = new Int32Array(SHAPES.length + 2);
  let end = 1;
  for (const row of SHAPES.split(' ')) {
    const [first, ...others] = row;
    found.set(first!.codePointAt(0)!, end);
    for (const other of others) points[end++] = other.codePointAt(0)!;
    end++;
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
