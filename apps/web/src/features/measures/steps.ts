// Which of the five steps of colour has a district?

/** Five steps from the least to the largest of some values, as the index 0–4 of each. */
export function stepOf(value: number, all: readonly number[]): number {
  const least = Math.min(...all);
  const most = Math.max(...all);
  return most === least ? 2 : Math.min(4, Math.floor(((value - least) / (most - least)) * 5));
}
