// Which characters look alike: nearly the same strokes in the same order (未/末, 己/已), or the same main component in the same place
// and not much else (清/情/晴, 鈞/均). Few neighbours are kept per character, the nearest first.
import { byCodePoint, FREQUENT, RARE } from './characters.ts';
import { partsOf, strokesOf } from './strokes.ts';

const NEIGHBOURS = 14;
const NEAR = 0.16; // edits per stroke without a common component
const RELATED = 0.42; // edits per stroke with a common component that makes up half of the strokes

interface Shape {
  readonly char: string;
  readonly strokes: string;
  readonly family: string;
  readonly parts: readonly string[];
}

const shapeOf = (char: string): Shape => {
  const parts = partsOf(char);
  return { char, strokes: strokesOf(char), family: parts?.layout.charAt(0) ?? '', parts: parts?.of ?? [] };
};

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

const sharedShare = (a: Shape, b: Shape): number => {
  if (a.family !== b.family || a.parts.length !== b.parts.length) return 0;
  let shared = 0;
  a.parts.forEach((part, i) => {
    if (part === b.parts[i]) shared += strokesOf(part).length;
  });
  return shared / Math.max(a.strokes.length, b.strokes.length);
};

/** Edits per stroke of the longer one, or Infinity if the two do not look alike. */
const distance = (a: Shape, b: Shape): number => {
  const longest = Math.max(a.strokes.length, b.strokes.length);
  const shared = sharedShare(a, b);
  const limit = shared >= 0.5 ? RELATED : longest <= 6 ? 1 / longest : NEAR;
  const most = Math.floor(limit * longest + 1e-9);
  const count = edits(a.strokes, b.strokes, most);
  return count <= most ? count / longest : Number.POSITIVE_INFINITY;
};

/** `字neighbours` rows joined by a space; only pairs with a frequent character are kept. */
export const buildShapes = (): { rows: string; pairs: number } => {
  const frequent = new Set(FREQUENT);
  const shapes = [...FREQUENT, ...RARE].map(shapeOf).filter((shape) => shape.strokes.length > 0);
  const near = new Map<string, { char: string; far: number }[]>();
  for (const shape of shapes) near.set(shape.char, []);
  for (let i = 0; i < shapes.length; i++) {
    const a = shapes[i]!;
    for (let j = i + 1; j < shapes.length; j++) {
      const b = shapes[j]!;
      if (!frequent.has(a.char) && !frequent.has(b.char)) continue;
      const far = distance(a, b);
      if (far === Number.POSITIVE_INFINITY) continue;
      near.get(a.char)!.push({ char: b.char, far });
      near.get(b.char)!.push({ char: a.char, far });
    }
  }
  const kept = new Map<string, Set<string>>();
  const keep = (a: string, b: string): void => void (kept.get(a) ?? kept.set(a, new Set()).get(a)!).add(b);
  for (const [char, list] of near) {
    list.sort((a, b) => a.far - b.far || byCodePoint(a.char, b.char));
    for (const other of list.slice(0, NEIGHBOURS)) keep(...([char, other.char].sort(byCodePoint) as [string, string]));
  }
  let pairs = 0;
  const rows = [...kept.keys()].sort(byCodePoint).map((char) => {
    const others = [...kept.get(char)!].sort(byCodePoint);
    pairs += others.length;
    return char + others.join('');
  });
  return { rows: rows.join(' '), pairs };
};
