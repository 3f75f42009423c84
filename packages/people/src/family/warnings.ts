// What in a family picture asks for a second look? The warnings of the domain notes (04-network §4.4): three or more programmes in one family,
// a small child beside violence, drugs or mental illness, an elder beside an overloaded carer, a report again within six months.

import { ageOn, latestBirth, type PlainDate } from '@anwang/core/time';
import type { FamilyGraph } from './graph.ts';

export type WarningCode = 'threeProgrammes' | 'smallChildAtRisk' | 'elderWithCarerAtLimit' | 'reportedAgain';

export interface FamilyWarning {
  readonly code: WarningCode;
  readonly personIds: readonly string[];
}

export const WARNING_WORDS: Record<WarningCode, { readonly zh: string; readonly en: string }> = {
  threeProgrammes: { zh: '家中有三個以上服務體系在案', en: 'Three or more service systems are in this family' },
  smallChildAtRisk: {
    zh: '家有未滿 6 歲幼兒，且有暴力、毒品或精神照護註記',
    en: 'A child under six beside violence, drugs or mental illness',
  },
  elderWithCarerAtLimit: { zh: '家有長者，照顧者負荷過重', en: 'An elder whose carer is at the limit' },
  reportedAgain: { zh: '六個月內再次通報', en: 'Reported again within six months' },
};

const DANGERS = /violence|drug|mental|psych|suicide/i;
const CARER = /carer|caregiver/i;
const HALF_YEAR_MS = 183 * 86_400_000;

/**
 * The warnings of a graph that is already cut.
 * @param today date in Taipei
 */
export const familyWarnings = (graph: FamilyGraph, today: PlainDate): FamilyWarning[] => {
  const warnings: FamilyWarning[] = [];
  const all = graph.people.map((p) => p.id);
  const open = graph.cases.filter((c) => c.status !== 'closed' && c.status !== 'notOpened');
  if (new Set(open.map((c) => c.programme)).size >= 3)
    warnings.push({ code: 'threeProgrammes', personIds: [...new Set(open.flatMap((c) => c.personIds))] });
  const aged = (low: number, high: number) =>
    graph.people
      .filter((p) => p.birthDate !== null && p.deceasedOn === null)
      .filter((p) => {
        const age = ageOn(latestBirth(p.birthDate as PlainDate, p.birthPrecision), today);
        return age >= low && age < high;
      })
      .map((p) => p.id);
  const small = aged(0, 6);
  const danger = open.some((c) => c.programme === 'intimate-partner-violence') || graph.flags.some((f) => DANGERS.test(f.code));
  if (small.length > 0 && danger) warnings.push({ code: 'smallChildAtRisk', personIds: small });
  const elders = aged(65, 200);
  const overloaded = graph.flags.filter((f) => CARER.test(f.code));
  if (elders.length > 0 && overloaded.length > 0)
    warnings.push({ code: 'elderWithCarerAtLimit', personIds: [...elders, ...overloaded.map((f) => f.personId)] });
  const times = graph.reports.map((r) => Date.parse(r.receivedAt)).sort((a, b) => a - b);
  if (times.some((t, i) => i > 0 && t - (times[i - 1] ?? t) <= HALF_YEAR_MS))
    warnings.push({ code: 'reportedAgain', personIds: all.filter((id) => graph.reports.some((r) => r.personIds.includes(id))) });
  return warnings;
};
