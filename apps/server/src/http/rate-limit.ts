// How often may one address do a thing? A bucket per limit and address, in memory of this process; more processes behind one address multiply it.
import type { RateLimit } from '@anwang/contract/route';

export type Limits = Readonly<Record<RateLimit, { readonly burst: number; readonly perMinute: number }>>;

/** Buckets that fill with time. `take` gives 0 when allowed, else the seconds to wait. */
export class Buckets {
  readonly #limits: Limits;
  readonly #held = new Map<string, { tokens: number; at: number }>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  take(limit: RateLimit, key: string, nowMs: number): number {
    const { burst, perMinute } = this.#limits[limit];
    if (this.#held.size > 50_000) this.#forget(nowMs);
    const id = `${limit} ${key}`;
    const bucket = this.#held.get(id) ?? { tokens: burst, at: nowMs };
    const tokens = Math.min(burst, bucket.tokens + ((nowMs - bucket.at) / 60_000) * perMinute);
    if (tokens < 1) {
      this.#held.set(id, { tokens, at: nowMs });
      return Math.max(1, Math.ceil(((1 - tokens) / perMinute) * 60));
    }
    this.#held.set(id, { tokens: tokens - 1, at: nowMs });
    return 0;
  }

  /** Drops the buckets that are surely full again. */
  #forget(nowMs: number): void {
    for (const [id, bucket] of this.#held) if (nowMs - bucket.at > 600_000) this.#held.delete(id);
  }
}
