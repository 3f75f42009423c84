// What may triage rules ask about a report? Facts with kinds and words; the intake fills them from what was reported, matched and corrected.

import type { Label } from '../lang/label.ts';
import type { FactKind, FactKinds } from '../rules/check.ts';
import type { Facts } from '../rules/condition.ts';

/** What the desk knows about a report when triage is read. Ages in years; null = unknown. */
export type ReportFacts = {
  /** Coded grounds and dangers (value set `grounds`). */
  readonly grounds: readonly string[];
  readonly needs: readonly string[];
  readonly immediateDanger: boolean | null;
  readonly childrenInHome: boolean | null;
  /** Age of the youngest and oldest reported subject or victim. */
  readonly youngestAge: number | null;
  readonly oldestAge: number | null;
  readonly subjectNamed: boolean;
  readonly priorReports: number;
  /** Programmes in which somebody of the report has an open case. */
  readonly openProgrammes: readonly string[];
  readonly tipvdaScore: number | null;
  readonly tipvdaLethalItems: number | null;
  /** Flags of source systems that may be shown for triage. */
  readonly flags: readonly string[];
  readonly channel: string | null;
  readonly reporterKind: string | null;
  /** Whether the place of the event lies in another county than the desk's. */
  readonly otherCounty: boolean | null;
};

const words: Readonly<Record<keyof ReportFacts, readonly [FactKind, Label]>> = {
  grounds: ['codes', { zh: '通報事由', en: 'grounds' }],
  needs: ['codes', { zh: '需求', en: 'needs' }],
  immediateDanger: ['boolean', { zh: '有立即危險', en: 'immediate danger' }],
  childrenInHome: ['boolean', { zh: '家中有兒少', en: 'children in the home' }],
  youngestAge: ['number', { zh: '最小年齡', en: 'youngest age' }],
  oldestAge: ['number', { zh: '最大年齡', en: 'oldest age' }],
  subjectNamed: ['boolean', { zh: '已知姓名', en: 'the subject is named' }],
  priorReports: ['number', { zh: '六個月內通報次數', en: 'reports in the last six months' }],
  openProgrammes: ['codes', { zh: '在案體系', en: 'programmes with an open case' }],
  tipvdaScore: ['number', { zh: 'TIPVDA 分數', en: 'TIPVDA score' }],
  tipvdaLethalItems: ['number', { zh: 'TIPVDA 致命題項數', en: 'TIPVDA lethal items' }],
  flags: ['codes', { zh: '系統註記', en: 'flags' }],
  channel: ['code', { zh: '來源管道', en: 'channel' }],
  reporterKind: ['code', { zh: '通報人身分', en: 'kind of reporter' }],
  otherCounty: ['boolean', { zh: '發生地在他縣市', en: 'the place lies in another county' }],
};

/** Kinds of the facts triage may ask for. */
export const reportFactKinds: FactKinds = Object.fromEntries(Object.entries(words).map(([name, [kind]]) => [name, kind]));
/** Words for them. */
export const reportFactLabels: Readonly<Record<string, Label>> = Object.fromEntries(
  Object.entries(words).map(([name, [, label]]) => [name, label]),
);

/** The report as facts of a condition. */
export function factsOfReport(report: ReportFacts): Facts {
  return { ...report };
}
