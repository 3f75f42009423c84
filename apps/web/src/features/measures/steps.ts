// Which of the five steps of colour has a district, and what does each step mean?

/** Five steps from the least to the largest of some values, as the index 0–4 of each. */
export function stepOf(value: number, all: readonly number[]): number {
  const least = Math.min(...all);
  const most = Math.max(...all);
  return most === least ? 2 : Math.min(4, Math.floor(((value - least) / (most - least)) * 5));
}

/** From where to where each step goes; one step alone where all are the same, none where there is nothing. */
export function stepBounds(all: readonly number[]): { readonly step: number; readonly from: number; readonly to: number }[] {
  if (all.length === 0) return [];
  const least = Math.min(...all);
  const width = (Math.max(...all) - least) / 5;
  if (width === 0) return [{ step: 2, from: least, to: least }];
  return [0, 1, 2, 3, 4].map((step) => ({ step, from: least + step * width, to: least + (step + 1) * width }));
}
