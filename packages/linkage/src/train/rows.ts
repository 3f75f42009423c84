// Rows of chances by level; level 0 is missing and has none.

/** Scaled to a sum of 1, nothing quite impossible. */
export function normalised(row: Float64Array): Float64Array {
  const total = row.reduce((sum, x) => sum + x, 0);
  return total === 0 ? row : row.map((x, level) => (level === 0 ? 0 : Math.max(x / total, 1e-12)));
}
