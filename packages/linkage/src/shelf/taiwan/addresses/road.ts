// What of a road's name must agree? Its stem in canonical characters; 路, 街, 大道 are kept apart because people leave them out (八德74號).
import { canonicalText } from '../characters/index.ts';

export const SUFFIXES = ['大道', '路', '街', '巷'] as const;

export const roadStem = (road: string): { stem: string; suffix: number } => {
  const suffix = SUFFIXES.findIndex((ending) => road.endsWith(ending) && road.length > ending.length);
  const stem = suffix < 0 ? road : road.slice(0, -SUFFIXES[suffix]!.length);
  return { stem: canonicalText(stem), suffix: suffix + 1 };
};

/** FNV-1a over code units, never 0 for a text and 0 for none. Two names of one city that collide are one in four billion. */
export const hashText = (text: string): number => {
  if (text === '') return 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash === 0 ? 1 : hash | 0;
};

/** As `hashText` on code units. */
export const hashName = (units: Uint16Array, from: number, to: number): number => {
  if (from === to) return 0;
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ units[i]!, 0x01000193);
  return hash === 0 ? 1 : hash | 0;
};
