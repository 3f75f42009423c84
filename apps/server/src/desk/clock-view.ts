// A desk clock in the words of the contract: its limit, its basis, and how it ended.
import type { ClockView } from '@anwang/contract/shapes';
import type { DeskLimitId } from '@anwang/core/screening';
import type { Instant } from '@anwang/core/time';
import type { House } from '../house.ts';

type Row = { readonly rule: string; readonly started_at: Instant; readonly due_at: Instant; readonly stopped_at: Instant | null };

const words: Readonly<Record<DeskLimitId, { zh: string; en: string }>> = {
  'desk-dispatch': { zh: '派案時限', en: 'Dispatch' },
  'triage-extreme': { zh: '極高風險篩案', en: 'Triage, extreme' },
  'triage-high': { zh: '高風險篩案', en: 'Triage, high' },
  'triage-medium': { zh: '中風險篩案', en: 'Triage, medium' },
  'triage-low': { zh: '低風險篩案', en: 'Triage, low' },
  'unit-accept': { zh: '受案時限', en: 'Acceptance by the unit' },
  arbitration: { zh: '仲裁時限', en: 'Arbitration' },
  'breakglass-review': { zh: '緊急調閱複查', en: 'Review of emergency access' },
};

const isLimit = (rule: string): rule is DeskLimitId => Object.hasOwn(words, rule);

/** A clock of the desk in words; one that the desk no longer has is named as what it is. */
export const deskClockWords = (rule: string): { zh: string; en: string } =>
  isLimit(rule) ? words[rule] : { zh: '派案中心時限', en: 'Clock of the desk' };

/** Shows a clock of the desk; its limit and basis by the county's desk. */
export function clockView(house: House, county: string, row: Row): ClockView {
  const basis = isLimit(row.rule) ? house.packs.desk(county).limits[row.rule].basis : null;
  return {
    rule: row.rule,
    label: deskClockWords(row.rule),
    start: row.started_at,
    due: row.due_at,
    pausedAt: null,
    stoppedAt: row.stopped_at,
    outcome: row.stopped_at === null ? null : row.stopped_at <= row.due_at ? 'met' : 'late',
    basis: basis?.text ?? '',
    mark: basis?.mark.startsWith('V') ? 'V' : basis?.mark === 'S' || basis?.mark === 'M' ? basis.mark : 'D',
  };
}
