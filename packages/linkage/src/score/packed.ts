// Has a value a row of ints, and with which others can it be compared by them?

export const UNPACKED = 0;
/** With all that have a row. */
export const PACKED = 1;
/** With those of the first kind only. */
export const PACKED_BESIDE = 2;
export type Packed = typeof UNPACKED | typeof PACKED | typeof PACKED_BESIDE;

/** Can two values be compared by their rows? */
export const comparable = (a: number, b: number): boolean => (a === PACKED && b !== UNPACKED) || (b === PACKED && a !== UNPACKED);
