// Answers to instruments for tests: every item with the same points.
import { findInstrument } from '@anwang/packs';

/** Answers to the family assessment, each item with the option `code`. */
export function vfVulnerabilityAnswers(code: string): Record<string, string> {
  const instrument = findInstrument('vf-vulnerability');
  return Object.fromEntries((instrument?.items ?? []).map((item) => [item.id, code]));
}
