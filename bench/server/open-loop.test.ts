import { expect, it } from 'vitest';
import { runLoad, summarise } from './open-loop.ts';

it('counts the time from when a request was due, so that a stall is seen', async () => {
  let first = true;
  const random = () => 0.5;
  const measured = await runLoad({
    rate: 100,
    seconds: 0.3,
    random,
    draw: () => ({
      kind: 'k',
      send: async () => {
        if (first) {
          first = false;
          // The whole process stands still: arrivals during it are late.
          const until = performance.now() + 150;
          while (performance.now() < until);
        }
        return new Response('ok', { status: 200 });
      },
    }),
  });
  const late = measured.filter((m) => m.milliseconds > 40).length;
  expect(measured.length).toBeGreaterThan(35);
  expect(late).toBeGreaterThan(8);
});

it('errors and time-outs are failures', async () => {
  let n = 0;
  const measured = await runLoad({
    rate: 200,
    seconds: 0.1,
    random: () => 0.5,
    timeoutMs: 30,
    draw: () => ({
      kind: 'k',
      send: () => (n++ % 2 === 0 ? Promise.resolve(new Response('no', { status: 500 })) : new Promise<Response>(() => undefined)),
    }),
  });
  expect(summarise(measured).failures).toBe(measured.length);
});

it('takes percentiles by nearest rank', () => {
  const list = Array.from({ length: 100 }, (_, i) => ({ kind: 'k', milliseconds: i + 1, ok: true, status: 200 }));
  expect(summarise(list)).toMatchObject({ p50: 50, p95: 95, p99: 99, max: 100, failures: 0 });
});
