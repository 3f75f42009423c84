// Writes what a run leaves behind: edges, clusters, model, report as data and as a page; whole or not at all.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../engine/index.ts';
import { type OutFolder, writingProblem } from '../io/index.ts';
import { REPORT_SCHEMA_VERSION, type RunReport, renderPage, samplePairs } from '../report/index.ts';
import type { Locale } from '../roles/index.ts';
import type { RunResult } from '../run/index.ts';
import type { LoadedSource } from './sources.ts';

export interface Finish {
  readonly command: RunReport['command'];
  readonly engine: Engine;
  readonly result: RunResult;
  readonly sources: readonly LoadedSource[];
  readonly out: OutFolder;
  readonly folder: string;
  readonly started: number;
  readonly readSeconds: number;
  readonly seed: number;
  readonly samples: boolean;
  readonly language: Locale;
}

/** Processor time of this process so far, all threads, in seconds. */
const cpuSeconds = (): number => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  return (userCPUTime + systemCPUTime) / 1e6;
};

/** Peak memory of this process so far, in bytes (Linux and macOS both report kilobytes through Node). */
const peakBytes = (): number => process.resourceUsage().maxRSS * 1024;

/** Files of more records are left in the engine's order: sorting tens of millions of texts costs more than linking them. */
const SORTED_UP_TO = 2_000_000;

const writeAll = async (finish: Finish): Promise<RunReport> => {
  const { engine, result, sources, out } = finish;
  const writing = performance.now();
  const { edges, clusters } = result.tables;
  const linked = finish.command === 'link';
  const sorted = (by: string): string => (result.records > SORTED_UP_TO ? '' : ` ORDER BY ${by}`);
  await engine.copyOut(
    `SELECT id_l, id_r, ${linked ? 'source_l, source_r, ' : ''}weight, probability FROM ${edges}${sorted('id_l, id_r')}`,
    join(out.draft, 'edges.parquet'),
  );
  await engine.copyOut(
    `SELECT id, ${linked ? 'source, ' : ''}cluster FROM ${clusters}${sorted('id')}`,
    join(out.draft, 'clusters.parquet'),
  );
  await writeFile(join(out.draft, 'model.json'), `${JSON.stringify(result.model, null, 1)}\n`);
  const left = sources[0]!;
  const right = sources.at(-1)!;
  const samples = finish.samples ? await samplePairs(engine, result.model, edges, left, right) : [];
  const report: RunReport = {
    schemaVersion: REPORT_SCHEMA_VERSION,
    command: finish.command,
    engine: engine.dialect,
    finishedAt: new Date().toISOString(),
    seconds: (performance.now() - finish.started) / 1000,
    phases: [
      { name: 'read', seconds: finish.readSeconds },
      ...result.phases,
      { name: 'save', seconds: (performance.now() - writing) / 1000 },
    ],
    peakBytes: peakBytes(),
    cpuSeconds: cpuSeconds(),
    inputs: sources.map((s) => s.report),
    locale: result.model.locale,
    roles: result.model.columns,
    seed: finish.seed,
    records: result.records,
    pairs: result.pairs,
    edges: result.edges,
    linkedPairs: result.linkedPairs,
    clusters: result.clusters,
    largestCluster: result.largestCluster,
    clusterSizes: result.clusterSizes,
    threshold: result.threshold,
    expected: result.expected,
    rules: result.rules,
    levels: result.levels,
    unlinkable: result.unlinkable,
    removedBridges: result.removedBridges,
    cannotLinks: result.cannotLinks,
    warnings: result.warnings,
    notes: sources.flatMap((s) => s.notes),
    histogram: result.histogram,
    samples,
  };
  await writeFile(join(out.draft, 'report.json'), `${JSON.stringify(report, null, 1)}\n`);
  await writeFile(join(out.draft, 'report.html'), renderPage(report, result.model, finish.language));
  return report;
};

/** Writes everything into the draft and puts it in its place. */
export const finishRun = async (finish: Finish): Promise<RunReport> => {
  try {
    const report = await writeAll(finish);
    await finish.out.finish();
    return report;
  } catch (error) {
    throw writingProblem(error, finish.folder);
  }
};
