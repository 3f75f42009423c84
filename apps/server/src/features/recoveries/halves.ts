// The password that two people give together: each tells the holder the own half, and neither knows the other. Made from the id and the secret of the installation, so that
// nothing of it is stored; as a given password it opens nothing but the choice of an own one (decision 0042).

type Derive = (text: string) => Buffer;
export type Which = 'first' | 'second';

/** No l, o, 0 and 1: they are read aloud. */
const signs = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Eight signs, forty bits. */
export function halfOf(derive: Derive, recoveryId: string, which: Which): string {
  return [...derive(`recovery ${which} ${recoveryId}`).subarray(0, 8)].map((byte) => signs[byte % signs.length]).join('');
}

/** Both halves, one after the other. */
export const passwordOf = (derive: Derive, recoveryId: string): string =>
  halfOf(derive, recoveryId, 'first') + halfOf(derive, recoveryId, 'second');
