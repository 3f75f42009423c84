// Which characters look alike: nearly the same strokes in the same order (未/末, 己/已), or much the same components (陳/陣, 傅/傳, 清/晴).
// Likeness = share of common strokes in order + share of strokes in common components. Few neighbours are kept per character, the nearest first.
import { byCodePoint, FREQUENT, RARE } from './characters.ts';
import { componentsOf, strokesOf } from './strokes.ts';

const NEIGHBOURS = 12;
const NEIGHBOURS_OF_RARE = 4;
/** Least likeness, 0 … 2. Of known confusions (陳陣 1.30, 傅傳 1.29, 黃廣 1.14) most lie above; a random character has about ten neighbours there. */
const LEAST = 1.1;
/** Strokes alone suffice from this share on. */
const STROKES_ALONE = 0.86;
/** Rare characters are mistaken less often than frequent ones. */
const RARE_PENALTY = 0.4;

interface Shape {
  readonly char: string;
  readonly strokes: string;
  readonly components: ReadonlyMap<string, number>;
}

export const shapeOf = (char: string): Shape => ({ char, strokes: strokesOf(char), components: componentsOf(char) });

/** Edits between two stroke sequences, or `most` + 1 if there are more. */
const edits = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cell = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      next.push(cell);
      if (cell < least) least = cell;
    }
    if (least > most) return most + 1;
    row = next;
  }
  return row[b.length]!;
};

/** Strokes in components that both have. */
const shared = (a: Shape, b: Shape): number => {
  let strokes = 0;
  for (const [component, count] of a.components) strokes += Math.min(count, b.components.get(component) ?? 0);
  return strokes;
};

/** Likeness of two characters; 0 if they do not look alike. */
export const likeness = (a: Shape, b: Shape): number => {
  const longest = Math.max(a.strokes.length, b.strokes.length);
  const common = shared(a, b) / longest;
  const needed = Math.min(STROKES_ALONE, LEAST - common);
  // Short characters: one stroke is near enough (大/太, 王/玉).
  const most = Math.max(Math.floor((1 - needed) * longest + 1e-9), longest >= 3 && longest <= 6 ? 1 : 0);
  const count = edits(a.strokes, b.strokes, most);
  return count <= most ? 1 - count / longest + common : 0;
};

/** `字neighbours` rows joined by a space, in canonical characters and in the order of code points; only pairs with a frequent character are kept. */
export const buildShapes = (canonical: (char: string) => string): { rows: string; pairs: number } => {
  const kept = new Map<string, Set<string>>();
  const keep = (a: string, b: string): void => void (kept.get(a) ?? kept.set(a, new Set()).get(a)!).add(b);
  for (const [char, others] of nearest()) {
    for (const other of others) {
      const [a, b] = [canonical(char), canonical(other)].sort(byCodePoint) as [string, string];
      if (a !== b) keep(a, b);
    }
  }
  let pairs = 0;
  const rows = [...kept.keys()].sort(byCodePoint).map((char) => {
    const others = [...kept.get(char)!].sort(byCodePoint);
    pairs += others.length;
    return char + others.join('');
  });
  return { rows: rows.join(' '), pairs };
};

/** Every character with its nearest neighbours. */
const nearest = (): Map<string, string[]> => {
  const frequent = new Set(FREQUENT);
  const shapes = [...FREQUENT, ...RARE].map(shapeOf).filter((shape) => shape.strokes.length > 0);
  const near = new Map<string, { char: string; alike: number }[]>();
  for (const shape of shapes) near.set(shape.char, []);
  for (let i = 0; i < shapes.length; i++) {
    const a = shapes[i]!;
    for (let j = i + 1; j < shapes.length; j++) {
      const b = shapes[j]!;
      if (!frequent.has(a.char) && !frequent.has(b.char)) continue;
      const alike = likeness(a, b);
      if (alike === 0) continue;
      near.get(a.char)!.push({ char: b.char, alike: alike - (frequent.has(b.char) ? 0 : RARE_PENALTY) });
      near.get(b.char)!.push({ char: a.char, alike: alike - (frequent.has(a.char) ? 0 : RARE_PENALTY) });
    }
  }
  const best = new Map<string, string[]>();
  for (const [char, list] of near) {
    list.sort((a, b) => b.alike - a.alike || byCodePoint(a.char, b.char));
    best.set(
      char,
      list.slice(0, frequent.has(char) ? NEIGHBOURS : NEIGHBOURS_OF_RARE).map((other) => other.char),
    );
  }
  return best;
};
