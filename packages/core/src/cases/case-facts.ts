// What may a programme's conditions ask about a case? One dictionary of facts with kinds and words, and the function that fills them from the state.
// Facts about instruments are named by instrument: `assessment.<id>.count`, `.score`, `.band`, `.at` (the latest one), `.pre`, `.post` (latest scores);
// `.bands` (the latest result of each person), `.notDone` (how often it was noted that it could not be done), `.postNotDone` (of these at the end), `.notApplicable` (it does not concern the person).

import type { PersonId } from '../lang/ids.ts';
import type { Label } from '../lang/label.ts';
import type { FactKinds } from '../rules/check.ts';
import type { Fact, Facts } from '../rules/condition.ts';
import type { Instant } from '../time/instant.ts';
import { whoIs } from './membership.ts';
import { placementsNow } from './placements.ts';
import type { AssessmentSummary, CaseState } from './state.ts';

type Entry = { readonly kind: FactKinds[string]; readonly label: Label; readonly read: (state: CaseState) => Fact };

function entry(kind: Entry['kind'], zh: string, en: string, read: Entry['read']): Entry {
  return { kind, label: { zh, en }, read };
}

/** Facts that every case has. */
export const caseFactEntries: Readonly<Record<string, Entry>> = {
  stage: entry('code', '階段', 'stage', (s) => s.stage),
  band: entry('code', '風險等級', 'risk band', (s) => s.band),
  grade: entry('code', '分級', 'grade', (s) => s.grade),
  class: entry('code', '分類', 'class', (s) => s.class),
  needs: entry('codes', '需求', 'needs', (s) => s.needs),
  risks: entry('codes', '風險註記', 'risk flags', (s) => s.risks),
  receivedAt: entry('instant', '通報受理', 'report received', (s) => s.receivedAt),
  dispatchedAt: entry('instant', '派案', 'dispatch', (s) => s.dispatchedAt),
  acceptedAt: entry('instant', '受案', 'acceptance', (s) => s.acceptedAt),
  openedAt: entry('instant', '開案', 'opening', (s) => s.openedAt),
  closedAt: entry('instant', '結案', 'closure', (s) => s.closedAt),
  firstVisitAt: entry('instant', '首次訪視', 'first visit', (s) => s.visits.firstAt),
  lastVisitAt: entry('instant', '最近訪視', 'last visit', (s) => s.visits.lastAt),
  lastContactAt: entry('instant', '最近聯繫', 'last contact', (s) => s.contacts.lastAt),
  'contacts.count': entry('number', '聯繫次數', 'contacts', (s) => s.contacts.count),
  'contacts.reached': entry('number', '聯繫到本人次數', 'times they were reached', (s) => s.contacts.reached),
  'contacts.refused': entry('number', '拒絕次數', 'refusals', (s) => s.contacts.refused),
  'tries.vain': entry('number', '連續未遇或未聯繫上的次數', 'times in a row nobody was met or reached', (s) => s.vain),
  'visits.count': entry('number', '訪視次數', 'visits', (s) => s.visits.count),
  'visits.seen': entry('number', '見到本人次數', 'visits at which they were seen', (s) => s.visits.seen),
  'visits.faceToFace': entry('number', '面見本人次數', 'times they were seen face to face', (s) => s.visits.faceToFace),
  'assessments.count': entry('number', '評估次數', 'assessments', (s) => s.assessments.length),
  opening: entry('code', '開案決定', 'opening decision', (s) => s.opening?.outcome ?? null),
  'plan.exists': entry('boolean', '已有服務計畫', 'a plan exists', (s) => s.plan !== null),
  'plan.level': entry('code', '服務等級', 'level of service', (s) => s.plan?.level ?? null),
  'goals.count': entry('number', '目標數', 'goals', (s) => s.goals.length),
  'goals.active': entry(
    'number',
    '未檢視完成的目標數',
    'goals not yet concluded',
    (s) => s.goals.filter((goal) => goal.status === 'active').length,
  ),
  'goals.met': entry(
    'number',
    '已達成目標數',
    'goals met',
    (s) => s.goals.filter((goal) => goal.status === 'achieved' || goal.status === 'partly').length,
  ),
  'services.count': entry('number', '服務次數', 'services', (s) => s.services.count),
  'referrals.open': entry(
    'number',
    '未結轉介數',
    'open referrals',
    (s) => s.referrals.filter((one) => one.status === 'sent' || one.status === 'accepted').length,
  ),
  'reports.count': entry('number', '通報數', 'reports', (s) => s.reports.length),
  'members.count': entry('number', '成員數', 'members', (s) => s.members.filter((member) => member.until === null).length),
  'members.children': entry(
    'number',
    '兒少成員數',
    'children among the members',
    (s) => s.members.filter((one) => one.until === null && one.relation === 'child').length,
  ),
  'placements.open': entry('number', '安置中的兒少數', 'children in placement', (s) => placementsNow(s).length),
  reopened: entry('number', '再開案次數', 'times reopened', (s) => s.reopened),
  disputed: entry('boolean', '曾退回', 'returned before', (s) => s.disputed),
};

const instrumentKinds = {
  count: 'number',
  score: 'number',
  band: 'code',
  bands: 'codes',
  at: 'instant',
  pre: 'number',
  post: 'number',
  notDone: 'number',
  postNotDone: 'number',
  notApplicable: 'number',
} as const;
const instrumentWords: Readonly<Record<keyof typeof instrumentKinds, Label>> = {
  count: { zh: '填寫次數', en: 'times completed' },
  score: { zh: '分數', en: 'score' },
  band: { zh: '結果', en: 'result' },
  bands: { zh: '各人最近結果', en: "everybody's latest results" },
  at: { zh: '最近評估', en: 'latest assessment' },
  pre: { zh: '前測分數', en: 'pre-test score' },
  post: { zh: '後測分數', en: 'post-test score' },
  notDone: { zh: '未能評估次數', en: 'times not done' },
  postNotDone: { zh: '未能後測次數', en: 'times the post-test was not done' },
  notApplicable: { zh: '不適用次數', en: 'times found not to apply' },
};

/** The kinds of all facts, for the instruments named. */
export function caseFactKinds(instruments: readonly string[]): FactKinds {
  const kinds: Record<string, FactKinds[string]> = {};
  for (const [name, { kind }] of Object.entries(caseFactEntries)) kinds[name] = kind;
  for (const id of instruments) for (const [part, kind] of Object.entries(instrumentKinds)) kinds[`assessment.${id}.${part}`] = kind;
  return kinds;
}

/** Words for all facts; instruments are said by the labels passed in. */
export function caseFactLabels(instruments: Readonly<Record<string, Label>>): Record<string, Label> {
  const labels: Record<string, Label> = {};
  for (const [name, { label }] of Object.entries(caseFactEntries)) labels[name] = label;
  for (const [id, name] of Object.entries(instruments))
    for (const [part, word] of Object.entries(instrumentWords))
      labels[`assessment.${id}.${part}`] = { zh: `${name.zh}${word.zh}`, en: `${name.en ?? name.zh} ${word.en}` };
  return labels;
}

const readers = Object.entries(caseFactEntries).map(([name, { read }]) => [name, read] as const);

/** The latest result of each person who is in the case still, and of an assessment that names nobody. */
function latestBands(state: CaseState, instrument: string, since: (one: AssessmentSummary) => boolean): string[] {
  const person = (one: AssessmentSummary) => (one.person === null ? null : whoIs(state.replacements, one.person, 0));
  const latest = new Map(
    state.assessments
      .filter((one) => one.instrument === instrument && since(one))
      .map((one) => [person(one), one.override ?? one.band] as const),
  );
  const stands = (who: PersonId | null) => who === null || state.members.some((one) => one.person === who && one.until === null);
  return [...latest].flatMap(([who, band]) => (band !== null && stands(who) ? [band] : []));
}

/** The facts of a case. Instruments that were never filled in have count 0 only if they are named; everything else about them is unknown. */
export function caseFacts(state: CaseState, instruments: readonly string[] = []): Facts {
  const facts: Record<string, Fact> = {};
  for (const [name, read] of readers) facts[name] = read(state);
  // A case that was taken up again is assessed anew: what was found in its former life is history.
  const since = (one: { readonly at: Instant }): boolean => state.anewSince === null || one.at >= state.anewSince;
  for (const id of instruments) {
    const gaps = state.gaps.filter((one) => one.instrument === id && since(one));
    facts[`assessment.${id}.count`] = 0;
    facts[`assessment.${id}.notDone`] = gaps.length;
    facts[`assessment.${id}.postNotDone`] = gaps.filter((one) => one.moment === 'post').length;
    facts[`assessment.${id}.notApplicable`] = gaps.filter((one) => !one.applies).length;
  }
  for (const one of state.assessments.filter(since)) {
    const at = `assessment.${one.instrument}`;
    facts[`${at}.count`] = Number(facts[`${at}.count`] ?? 0) + 1;
    facts[`${at}.score`] = one.score;
    facts[`${at}.band`] = one.override ?? one.band;
    facts[`${at}.bands`] = latestBands(state, one.instrument, since);
    facts[`${at}.at`] = one.at;
    if (one.moment === 'pre' || one.moment === 'post') facts[`${at}.${one.moment}`] = one.score;
  }
  return facts;
}
