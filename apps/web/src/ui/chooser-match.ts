// Does a choice of a long list fit what was typed? Every word typed must occur, in any order, whatever the width or case of the letters.

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether all that was typed stands in the text of the choice; nothing typed fits everything. */
export function fitsTyped(text: string, typed: string): boolean {
  const whole = folded(text);
  return folded(typed)
    .split(/\s+/)
    .every((word) => whole.includes(word));
}
