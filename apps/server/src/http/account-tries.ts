// How often may a password of one account be guessed, from wherever? The limit of each network does not hold back who guesses from many.
// Networks from which the account came in lately count apart: nobody shuts a worker out of the office by trying her name from elsewhere.
import { type Buckets, networkOf } from './rate-limit.ts';

const mostKnown = 20_000;

/** Failed sign-ins by account, in memory of this process. */
export class AccountTries {
  readonly #buckets: Buckets;
  /** Account and network of those who came in, in the order of their last coming. */
  readonly #known = new Set<string>();

  constructor(buckets: Buckets) {
    this.#buckets = buckets;
  }

  /** Seconds to wait before a password may be tried; 0: none. Asked before the password is looked at, so that the answer tells nothing of it. */
  wait(userName: string, address: string, nowMs: number): number {
    return this.#buckets.wait('account', this.#whose(userName, address), nowMs);
  }

  /** A password was wrong, or right and a second factor is still owed. */
  failed(userName: string, address: string, nowMs: number): void {
    this.#buckets.take('account', this.#whose(userName, address), nowMs);
  }

  cameIn(userName: string, address: string): void {
    const pair = this.#pair(userName, address);
    this.#known.delete(pair);
    for (const oldest of this.#known) {
      if (this.#known.size < mostKnown) break;
      this.#known.delete(oldest);
    }
    this.#known.add(pair);
  }

  #whose(userName: string, address: string): string {
    const pair = this.#pair(userName, address);
    return this.#known.has(pair) ? pair : userName.toLowerCase();
  }

  #pair(userName: string, address: string): string {
    return `${userName.toLowerCase()} ${networkOf(address)}`;
  }
}
