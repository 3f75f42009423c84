// Is what a phrase says denied? A denying word stands shortly before it in the same clause, and is not one of those that only look like it (不只, 沒有停止).

import type { Lexicon } from '@anwang/core/narrative';

/** Whether the stretch that begins at `start` is denied. */
export function isNegated(text: readonly string[], start: number, lexicon: Lexicon): boolean {
  const { words, not, reach } = lexicon.negation;
  let from = start;
  while (from > 0 && start - from < reach && !lexicon.clauseEnds.includes(text[from - 1] ?? '')) from -= 1;
  // What only looks like a denial is taken out first; a gap is left, so that nothing grows together.
  let before = text.slice(from, start).join('');
  for (const word of not) before = before.replaceAll(word, '\u0000');
  return words.some((word) => before.includes(word));
}
