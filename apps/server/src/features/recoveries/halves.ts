// The password that two people give together: each tells the holder the own half, and neither knows the other. Made from the id and the secret of the installation, so that
// nothing of it is stored; as a given password it opens nothing but the choice of an own one (decision 0042).

import { spokenSecret } from '../../spoken-secret.ts';

type Derive = (text: string) => Buffer;
export type Which = 'first' | 'second';

/** Eight signs, forty bits. */
export function halfOf(derive: Derive, recoveryId: string, which: Which): string {
  return spokenSecret(derive, `recovery ${which} ${recoveryId}`, 8);
}

/** Both halves, one after the other. */
export const passwordOf = (derive: Derive, recoveryId: string): string =>
  halfOf(derive, recoveryId, 'first') + halfOf(derive, recoveryId, 'second');
