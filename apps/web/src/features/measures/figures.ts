// How is a figure written, and how does it stand against its target? Suppressed figures are said, never guessed.
import { m } from '../../words/index.ts';

export type Figure = { numerator: number | null; denominator: number | null; value: number | null; suppressed: boolean };
export type Target = { op: string; value: number; year: number } | null;

/** A value in its unit: rates in percent with one decimal, counts as they are. */
export function formatFigure(figure: Figure, unit: string): string {
  if (figure.suppressed) return m.figure_suppressed();
  if (figure.value === null) return '—';
  if (unit === 'percent' || unit === '%' || unit === 'rate') return `${(Math.round(figure.value * 1000) / 10).toFixed(1)}%`;
  return String(Math.round(figure.value * 100) / 100);
}

/** A target in words: ≥95%. */
export function formatTarget(target: Target, unit: string): string {
  if (!target) return m.target_none();
  const signs: Record<string, string> = { gte: '≥', gt: '>', lte: '≤', lt: '<', '>=': '≥', '<=': '≤' };
  return `${signs[target.op] ?? target.op}${formatFigure({ value: target.value, numerator: null, denominator: null, suppressed: false }, unit)}`;
}

/** Five steps from the least to the largest of some values, as the index 0–4 of each. */
export function stepOf(value: number, all: readonly number[]): number {
  const least = Math.min(...all);
  const most = Math.max(...all);
  return most === least ? 2 : Math.min(4, Math.floor(((value - least) / (most - least)) * 5));
}
