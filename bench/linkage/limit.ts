// How far from the limit is a run? The limit is the one of the linkage design, §4: what a machine of this kind cannot do without.
// Time: 0.7 µs a row (scan and encode), 0.16 µs a pair (emit and fetch features), 0.06 µs an edge. Memory: 4 bytes a used value, 16 bytes a kept pair.

export interface Limit {
  readonly seconds: number;
  readonly bytes: number;
}

export const limitOf = (rows: number, columns: number, pairs: number, edges: number): Limit => ({
  seconds: 0.7e-6 * rows + 0.16e-6 * pairs + 0.06e-6 * edges,
  bytes: 4 * columns * rows + 16 * edges,
});
