// How long does a request take when requests come by themselves? Open-loop arrivals (Poisson): a request is sent when it is due, whether earlier ones have
// been answered or not, and its time counts from when it was due, so that a stall is paid by everybody who came during it. Errors are failures.

interface Arrival {
  readonly kind: string;
  /** Sends it and reads the answer to its end. */
  send(): Promise<{ readonly status: number }>;
}

export interface Measured {
  readonly kind: string;
  readonly milliseconds: number;
  readonly ok: boolean;
  readonly status: number;
}

export interface LoadPlan {
  /** Arrivals a second. */
  readonly rate: number;
  readonly seconds: number;
  /** Draws the next request; `random` is uniform in [0, 1). */
  draw(random: () => number): Arrival;
  readonly random: () => number;
  /** A request that has no answer after this long has failed. */
  readonly timeoutMs?: number;
}

const once = async (arrival: Arrival, due: number, timeoutMs: number): Promise<Measured> => {
  let status = 0;
  try {
    const answer = await Promise.race([
      arrival.send(),
      new Promise<never>((_, failed) => setTimeout(() => failed(new Error('timeout')), timeoutMs).unref()),
    ]);
    status = answer.status;
  } catch {
    status = 0;
  }
  return { kind: arrival.kind, milliseconds: performance.now() - due, ok: status >= 200 && status < 300, status };
};

/** Sends the arrivals of a plan and waits for all answers. */
export const runLoad = async (plan: LoadPlan): Promise<Measured[]> => {
  const { rate, seconds, draw, random, timeoutMs = 30_000 } = plan;
  const waiting: Promise<Measured>[] = [];
  const start = performance.now();
  for (let due = start; ; ) {
    due += (-Math.log(1 - random()) / rate) * 1000;
    if (due - start > seconds * 1000) break;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((go) => setTimeout(go, wait));
    waiting.push(once(draw(random), due, timeoutMs));
  }
  return Promise.all(waiting);
};

export interface Summary {
  readonly count: number;
  readonly failures: number;
  /** HTTP statuses of the failures; 0 = no answer. */
  readonly failed: Readonly<Record<string, number>>;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Percentiles by nearest rank, in milliseconds; failures are counted and their times stay in. */
export const summarise = (list: readonly Measured[]): Summary => {
  const times = list.map((m) => m.milliseconds).sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.min(times.length - 1, Math.ceil(share * times.length) - 1)] ?? 0) * 10) / 10;
  const failed: Record<string, number> = {};
  for (const m of list) if (!m.ok) failed[m.status] = (failed[m.status] ?? 0) + 1;
  return { count: list.length, failures: list.filter((m) => !m.ok).length, failed, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
};
