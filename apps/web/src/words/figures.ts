// How is a figure written, and how does it stand against its target? Suppressed figures are said, never guessed.
import { m } from './index.ts';

export type Figure = { numerator: number | null; denominator: number | null; value: number | null; suppressed: boolean };
export type Target = { op: string; value: number; year: number } | null;

/** A value in its unit: percentages come as 0–100 and are shown with one decimal, counts as they are. */
export function formatFigure(figure: Figure, unit: string): string {
  if (figure.suppressed) return m.figure_suppressed();
  if (figure.value === null) return '—';
  if (isPercent(unit)) return `${(Math.round(figure.value * 10) / 10).toFixed(1)}%`;
  return String(Math.round(figure.value * 100) / 100);
}

/** By how much a figure lies above or below another, with its sign: +0.3; a dash where one of them is not shown. */
export function formatDifference(figure: Figure, other: Figure): string {
  if (figure.suppressed || other.suppressed || figure.value === null || other.value === null) return '—';
  const tenths = Math.round(figure.value * 10) - Math.round(other.value * 10);
  const size = (Math.abs(tenths) / 10).toFixed(1);
  return tenths === 0 ? size : `${tenths > 0 ? '+' : '−'}${size}`;
}

/** Whether a unit is a percentage. */
export function isPercent(unit: string): boolean {
  return unit === 'percent' || unit === '%';
}

/** A target in words: ≥95%. */
export function formatTarget(target: Target, unit: string): string {
  if (!target) return m.target_none();
  const signs: Record<string, string> = { gte: '≥', gt: '>', lte: '≤', lt: '<', '>=': '≥', '<=': '≤' };
  return `${signs[target.op] ?? target.op}${formatFigure({ value: target.value, numerator: null, denominator: null, suppressed: false }, unit)}`;
}

/** How an indicator stands against its target: the meaning of its shape, the word, and the class of its colour. */
export function standingOf(standing: 'met' | 'near' | 'missed' | 'noTarget' | 'unknown') {
  const words = {
    met: ['normal', m.standing_met(), 'nor'],
    near: ['attention', m.standing_near(), 'att'],
    missed: ['overdue', m.standing_missed(), 'ovd'],
    noTarget: [null, m.target_none(), 'i3'],
    unknown: [null, m.standing_unknown(), 'i3'],
  } as const;
  return words[standing];
}
