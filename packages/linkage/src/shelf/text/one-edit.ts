// Is one text one edit away from the other: a character replaced, added, left out, or two neighbours exchanged? Without computing a distance.

/** True if the optimal string alignment distance is exactly 1, counted in code units (codes and numbers, where they are characters). */
export const isOneEdit = (a: string, b: string): boolean => {
  const apart = a.length - b.length;
  if (apart > 1 || apart < -1 || a === b) return false;
  let start = 0;
  const shorter = Math.min(a.length, b.length);
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let endA = a.length - 1;
  let endB = b.length - 1;
  while (endA >= start && endB >= start && a.charCodeAt(endA) === b.charCodeAt(endB)) {
    endA--;
    endB--;
  }
  if (apart !== 0) return endA < start || endB < start;
  if (endA === start) return true;
  return endA === start + 1 && a.charCodeAt(start) === b.charCodeAt(endB) && a.charCodeAt(endA) === b.charCodeAt(start);
};
