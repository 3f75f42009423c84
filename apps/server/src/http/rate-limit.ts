// How often may one network, one account, or somebody who calls himself one, do a thing? A bucket for each, in memory of this process; more processes behind one
// address multiply it.
import { isIPv6 } from 'node:net';
import type { RateLimit } from '@anwang/contract/route';

/** `account`: sign-ins under one user name. */
type Limit = RateLimit | 'account';

export type Limits = Readonly<Record<Limit, { readonly burst: number; readonly perMinute: number }>>;

type Bucket = { readonly limit: Limit; readonly tokens: number; readonly at: number };

const mostHeld = 50_000;

/** Buckets that fill with time. `take` gives 0 when allowed, else the seconds to wait. */
export class Buckets {
  readonly #limits: Limits;
  /** In the order of their last use. */
  readonly #held = new Map<string, Bucket>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#held.size;
  }

  /** `whose`: a network, or an account. */
  take(limit: Limit, whose: string, nowMs: number): number {
    const id = `${limit} ${whose}`;
    const tokens = this.#tokensIn(limit, id, nowMs);
    this.#held.delete(id);
    if (this.#held.size >= mostHeld) this.#forget(nowMs);
    this.#held.set(id, { limit, tokens: tokens >= 1 ? tokens - 1 : tokens, at: nowMs });
    return this.#wait(limit, tokens);
  }

  /** Puts back what was taken for things that turned out to be no tries: who comes in with the right password has guessed nothing. */
  giveBack(limit: Limit, whose: string, count: number, nowMs: number): void {
    const id = `${limit} ${whose}`;
    if (!this.#held.has(id)) return;
    const tokens = Math.min(this.#limits[limit].burst, this.#tokensIn(limit, id, nowMs) + count);
    this.#held.delete(id);
    this.#held.set(id, { limit, tokens, at: nowMs });
  }

  /** What `take` would give, without taking. */
  wait(limit: Limit, whose: string, nowMs: number): number {
    return this.#wait(limit, this.#tokensIn(limit, `${limit} ${whose}`, nowMs));
  }

  #wait(limit: Limit, tokens: number): number {
    return tokens >= 1 ? 0 : Math.max(1, Math.ceil(((1 - tokens) / this.#limits[limit].perMinute) * 60));
  }

  #tokensIn(limit: Limit, id: string, nowMs: number): number {
    const bucket = this.#held.get(id);
    return bucket === undefined ? this.#limits[limit].burst : this.#tokensOf(bucket, nowMs);
  }

  #tokensOf({ limit, tokens, at }: Bucket, nowMs: number): number {
    const { burst, perMinute } = this.#limits[limit];
    // A clock that is set back takes nothing away.
    return Math.min(burst, tokens + (Math.max(0, nowMs - at) / 60_000) * perMinute);
  }

  /**
   * Drops the buckets that are full again, of which nothing need be known; should more than half remain, those that were used longest ago as well:
   * so room is made once in many requests, and whoever comes from ever more networks cannot fill the memory.
   */
  #forget(nowMs: number): void {
    for (const [id, bucket] of this.#held) if (this.#tokensOf(bucket, nowMs) >= this.#limits[bucket.limit].burst) this.#held.delete(id);
    for (const id of this.#held.keys()) {
      if (this.#held.size <= mostHeld / 2) break;
      this.#held.delete(id);
    }
  }
}

/** Whose an address is: an IPv6 connection has 2^64 of its own, which share their first four groups; an IPv4 one written as IPv6 is itself. */
export function networkOf(address: string): string {
  const [bare = address] = address.split('%');
  const old = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (old !== undefined) return old;
  if (!isIPv6(bare)) return address;
  const [before = [], after = []] = bare.split('::').map((part) => (part === '' ? [] : part.split(':')));
  // The last four bytes may be written as an IPv4 address, which is two groups.
  const written = before.length + after.length + (bare.includes('.') ? 1 : 0);
  const groups = [...before, ...Array<string>(8 - written).fill('0'), ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
