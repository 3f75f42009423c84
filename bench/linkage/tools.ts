// The two tools under test, each run once in a fresh process on the same file, with the same answer shape.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchData } from './data.ts';
import { runProcess } from './process.ts';

export interface Measured {
  /** The whole process: interpreter, reading the file, linking, writing the answer. */
  readonly processSeconds: number;
  /** From the raw table in the engine to clusters, preparation of values included. */
  readonly seconds: number;
  readonly phases: Readonly<Record<string, number>>;
  readonly peakBytes: number;
  /** Processor time of the whole process, all threads: steadier than the clock where others work on the machine too. */
  readonly cpuSeconds: number;
  readonly threshold: number;
  readonly pairs: number | null;
  readonly edges: number;
  readonly expected: { readonly precision: number; readonly recall: number } | null;
  readonly rules: readonly string[];
}

const HOME = join(fileURLToPath(import.meta.resolve('@anwang/linkage/command')), '..', '..', '..');
let packed: Promise<string> | null = null;

/** Our command as it is shipped; made once a process. */
export const packedCommand = (): Promise<string> => {
  const pack = async (): Promise<string> => {
    const folder = join(HOME, 'dist', 'bin');
    await runProcess(process.execPath, [join(HOME, 'pack', 'bundle.mjs'), folder]);
    return join(folder, 'main.js');
  };
  packed ??= pack();
  return packed;
};

const SPLINK = fileURLToPath(new URL('./rivals/splink_run.py', import.meta.url));

export interface OursOptions {
  readonly keepFrom?: number;
  readonly rules?: readonly string[];
  readonly pairBudget?: number;
  readonly labels?: string;
  readonly threads?: number;
  readonly workers?: number;
}

interface OursAnswer {
  readonly cpuSeconds: number;
  readonly seconds: number;
  readonly phases: readonly { readonly name: string; readonly seconds: number }[];
  readonly peakBytes: number;
  readonly threshold: number;
  readonly pairs: number;
  readonly edges: number;
  readonly expected: { readonly precision: number; readonly recall: number };
  readonly rules: readonly { readonly id: string; readonly used: boolean }[];
}

/** Phases that no cluster waits for: reading the file, and what only a kept model and kept files ask for, which the rival's run does not do. */
const BESIDE: readonly string[] = ['read', 'seal', 'save'];

/** Our command with its defaults. */
export const runOurs = async (data: BenchData, file: string, out: string, options: OursOptions = {}): Promise<Measured> => {
  const args = [
    '--disable-warning=ExperimentalWarning',
    await packedCommand(),
    'dedupe',
    '--input',
    file,
    '--id',
    data.recordId,
    '--locale',
    data.locale,
    ...data.roles.flatMap((role) => ['--role', role]),
    '--out',
    out,
    '--json',
    '--no-samples',
    ...(options.keepFrom === undefined ? [] : ['--keep-from', String(options.keepFrom)]),
    ...(options.pairBudget === undefined ? [] : ['--pair-budget', String(options.pairBudget)]),
    ...(options.threads === undefined ? [] : ['--threads', String(options.threads)]),
    ...(options.workers === undefined ? [] : ['--workers', String(options.workers)]),
    ...(options.labels === undefined ? [] : ['--labels', options.labels]),
    ...(options.rules ?? []).flatMap((rule) => ['--rule', rule]),
  ];
  const ran = await runProcess(process.execPath, args);
  const answer = JSON.parse(ran.out) as OursAnswer;
  const phases = Object.fromEntries(answer.phases.map((p) => [p.name, p.seconds]));
  const between = answer.phases.filter((p) => !BESIDE.includes(p.name)).reduce((sum, p) => sum + p.seconds, 0);
  return {
    processSeconds: ran.seconds,
    seconds: between,
    phases,
    peakBytes: answer.peakBytes,
    cpuSeconds: answer.cpuSeconds,
    threshold: answer.threshold,
    pairs: answer.pairs,
    edges: answer.edges,
    expected: answer.expected,
    rules: answer.rules.filter((r) => r.used).map((r) => r.id),
  };
};

export interface SplinkOptions {
  readonly keepFrom?: number;
  readonly loose?: boolean;
  /** Parquet file of ready keys to block on. */
  readonly keys?: string;
  readonly spill?: string;
}

interface SplinkAnswer {
  readonly cpuSeconds: number;
  readonly seconds: number;
  readonly phases: Readonly<Record<string, number>>;
  readonly peakBytes: number;
  readonly edges: number;
  readonly threshold: number;
}

/** Splink with its documented settings for this kind of data; `venv` is the folder of the virtual environment. */
export const runSplink = async (
  venv: string,
  data: BenchData,
  file: string,
  out: string,
  options: SplinkOptions = {},
): Promise<Measured> => {
  const ran = await runProcess(join(venv, 'bin', 'python'), [
    SPLINK,
    '--data',
    data.splink,
    '--input',
    file,
    '--out',
    out,
    ...(options.keepFrom === undefined ? [] : ['--keep-from', String(options.keepFrom)]),
    ...(options.loose ? ['--loose'] : []),
    ...(options.keys === undefined ? [] : ['--keys', options.keys]),
    ...(options.spill === undefined ? [] : ['--spill', options.spill]),
  ]);
  const answer = JSON.parse(await readFile(join(out, 'splink.json'), 'utf8')) as SplinkAnswer;
  return {
    processSeconds: ran.seconds,
    seconds: answer.seconds,
    phases: answer.phases,
    peakBytes: answer.peakBytes,
    cpuSeconds: answer.cpuSeconds,
    threshold: answer.threshold,
    pairs: null,
    edges: answer.edges,
    expected: null,
    rules: [],
  };
};
