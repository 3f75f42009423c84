// How often may one network do a thing? A bucket per limit and network, in memory of this process; more processes behind one address multiply it.
import { isIPv6 } from 'node:net';
import type { RateLimit } from '@anwang/contract/route';

export type Limits = Readonly<Record<RateLimit, { readonly burst: number; readonly perMinute: number }>>;

type Bucket = { readonly limit: RateLimit; readonly tokens: number; readonly at: number };

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

  take(limit: RateLimit, address: string, nowMs: number): number {
    const { burst, perMinute } = this.#limits[limit];
    const id = `${limit} ${networkOf(address)}`;
    const bucket = this.#held.get(id);
    const tokens = bucket === undefined ? burst : this.#tokensOf(bucket, nowMs);
    const allowed = tokens >= 1;
    this.#held.delete(id);
    if (this.#held.size >= mostHeld) this.#forget(nowMs);
    this.#held.set(id, { limit, tokens: allowed ? tokens - 1 : tokens, at: nowMs });
    return allowed ? 0 : Math.max(1, Math.ceil(((1 - tokens) / perMinute) * 60));
  }

  #tokensOf({ limit, tokens, at }: Bucket, nowMs: number): number {
    const { burst, perMinute } = this.#limits[limit];
    return Math.min(burst, tokens + ((nowMs - at) / 60_000) * perMinute);
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
