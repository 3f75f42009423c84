// Counts and durations by route for Prometheus, in its text format. Routes are patterns: no id, no name, no address ever stands here.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.3, 0.5, 1, 2.5, 10];

type Series = { readonly labels: string; readonly buckets: number[]; sum: number; count: number };

/** Adds /metrics and the counting. */
export function addMetrics(app: FastifyInstance): void {
  const series = new Map<string, Series>();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  app.addHook('onClose', async () => delay.disable());
  app.addHook('onResponse', async (request, reply) => {
    const labels = `method="${request.method}",route="${request.routeOptions.url ?? 'none'}",status="${reply.statusCode}"`;
    const held = series.get(labels) ?? { labels, buckets: bounds.map(() => 0), sum: 0, count: 0 };
    const seconds = reply.elapsedTime / 1000;
    const at = bounds.findIndex((bound) => seconds <= bound);
    if (at >= 0) held.buckets[at] = (held.buckets[at] ?? 0) + 1;
    held.sum += seconds;
    held.count += 1;
    series.set(labels, held);
  });
  app.get('/metrics', async (_request, reply) => {
    const memory = process.memoryUsage();
    const cpu = process.cpuUsage();
    const lines = [
      '# TYPE anwang_request_seconds histogram',
      ...[...series.values()].flatMap(histogram),
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${memory.rss}`,
      '# TYPE process_cpu_seconds_total counter',
      `process_cpu_seconds_total ${(cpu.user + cpu.system) / 1e6}`,
      '# TYPE anwang_event_loop_delay_seconds gauge',
      `anwang_event_loop_delay_seconds{quantile="0.99"} ${delay.percentile(99) / 1e9}`,
    ];
    return reply.header('content-type', 'text/plain; version=0.0.4; charset=utf-8').send(`${lines.join('\n')}\n`);
  });
}

function histogram(one: Series): string[] {
  let running = 0;
  const rows = bounds.map((bound, at) => {
    running += one.buckets[at] ?? 0;
    return `anwang_request_seconds_bucket{${one.labels},le="${bound}"} ${running}`;
  });
  return [
    ...rows,
    `anwang_request_seconds_bucket{${one.labels},le="+Inf"} ${one.count}`,
    `anwang_request_seconds_sum{${one.labels}} ${one.sum}`,
    `anwang_request_seconds_count{${one.labels}} ${one.count}`,
  ];
}
