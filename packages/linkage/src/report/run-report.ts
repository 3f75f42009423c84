// What a finished run says of itself: report.json, its shape, version and reader in one place.

import { LinkageProblem, type Note } from '../io/index.ts';
import type { ColumnRole, Locale, Words } from '../roles/index.ts';
import type { Phase, RunResult } from '../run/index.ts';
import { percent } from './numbers.ts';

export const REPORT_SCHEMA_VERSION = 1;

/** One stack of files that took part, as named on the command line. */
export interface ReportInput {
  readonly name: string;
  readonly files: readonly string[];
  readonly id: string;
  readonly encoding: string;
  readonly sourceColumn: string | null;
  readonly rows: number;
}

/** One comparison of a sample pair: the values of both sides and the bits they brought. */
export interface SampleStep {
  readonly label: Words;
  readonly levelLabel: Words;
  /** One side says nothing, so that nothing is counted. */
  readonly missing: boolean;
  /** Missing though both sides have something written: a placeholder, an invalid number, a value that cannot be read. Reports of older versions do not say. */
  readonly unusable?: boolean;
  readonly bits: number;
  readonly frequencyBits: number;
  readonly values: readonly { readonly column: string; readonly left: string | null; readonly right: string | null }[];
}

export interface SamplePair {
  readonly idL: string;
  readonly idR: string;
  readonly weight: number;
  readonly probability: number;
  readonly linked: boolean;
  readonly priorBits: number;
  readonly interactionBits: number;
  /** Taken off because relatives (one household) would agree like this as well. */
  readonly relatedBits: number;
  readonly steps: readonly SampleStep[];
}

/** What the run found, and what only the command knows: files, times, samples. */
export interface RunReport extends Omit<RunResult, 'model' | 'phases' | 'tables'> {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly command: 'dedupe' | 'link' | 'update';
  readonly engine: string;
  readonly finishedAt: string;
  readonly seconds: number;
  readonly phases: readonly (Phase | { readonly name: 'read' | 'save'; readonly seconds: number })[];
  readonly peakBytes: number;
  /** Processor time of the whole process so far, all threads. */
  readonly cpuSeconds: number;
  readonly inputs: readonly ReportInput[];
  readonly locale: Locale;
  readonly roles: readonly ColumnRole[];
  readonly seed: number;
  readonly notes: readonly Note[];
  /** Real records: empty when the run was asked not to show any. */
  readonly samples: readonly SamplePair[];
}

/** Can the run not know what it did not see? Then its expected recall is no more than a bound. */
export const recallUnknown = ({ warnings }: Pick<RunReport, 'warnings'>): boolean => warnings.some(({ code }) => code === 'recall-unknown');

/** What the run expects to have found, as said to a reader. */
export const recallSaid = (report: Pick<RunReport, 'expected' | 'warnings'>): string =>
  `${recallUnknown(report) ? '≤ ' : ''}${percent(report.expected.recall)}`;

/** Reads report.json; a problem if it is not one of ours or of a version this library does not know. */
export const parseReport = (text: string, folder: string): RunReport => {
  const broken = (): LinkageProblem => new LinkageProblem({ code: 'not-a-run', folder, missing: 'report.json' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw broken();
  }
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value) || value.schemaVersion !== REPORT_SCHEMA_VERSION)
    throw broken();
  if (!('inputs' in value) || !Array.isArray(value.inputs) || !('roles' in value) || !Array.isArray(value.roles)) throw broken();
  return value as RunReport;
};
