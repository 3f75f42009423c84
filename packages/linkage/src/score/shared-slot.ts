// What all threads know of the values of one slot.
import type { PreparedColumns } from './prepare.ts';
import type { TextChunk } from './text-store.ts';

/** What every thread shares of one slot, by canonical id from 1: the raw value that stands for it, and what was prepared of it. */
export interface SharedSlot {
  readonly chunks: readonly TextChunk[];
  readonly columns: number;
  /** Null: id − 1. */
  readonly representative: Int32Array | null;
  readonly prepared: PreparedColumns;
  /** Facets behind `prepared.facets`, as positions in `comparison.facets`. */
  readonly wanted: readonly number[];
}

/** The raw value that stands for an id. */
export const rawOf = ({ representative }: Pick<SharedSlot, 'representative'>, id: number): number =>
  representative === null ? id - 1 : representative[id]!;
