// What was learned of somebody after the report came, and from whom, in words.
import type { InputOf, OutputOf } from '@anwang/contract';
import { formatDate, m } from '../words/index.ts';

export type LearnedKind = InputOf<'screening', 'learn'>['kind'];
type SaidBy = InputOf<'screening', 'learn'>['saidBy'];
export type BackReason = InputOf<'screening', 'unlearn'>['why'];
export type Fact = OutputOf<'screening', 'report'>['persons'][number]['learned'][number];

const kinds: readonly (readonly [LearnedKind, () => string])[] = [
  ['name', m.name],
  ['birthYear', m.learned_birth_year],
  ['birthDate', m.birth_date],
  ['nationalId', m.learned_number],
  ['phone', m.learned_phone],
  ['address', m.learned_address],
  ['school', m.learned_school],
];
const sayers: readonly (readonly [SaidBy, () => string])[] = [
  ['reporter', m.said_by_reporter],
  ['self', m.said_by_self],
  ['family', m.said_by_family],
  ['school', m.said_by_school],
  ['police', m.said_by_police],
  ['health', m.said_by_health],
  ['agency', m.said_by_agency],
  ['other', m.said_by_other],
];

/** Kinds that can be kept from the other side. */
export const contactKinds: ReadonlySet<LearnedKind> = new Set(['phone', 'address', 'school']);
export const learnedKindChoices = () => kinds.map(([value, word]) => ({ value, label: word() }));
export const saidByChoices = () => sayers.map(([value, word]) => ({ value, label: word() }));

const reasons: readonly (readonly [BackReason, () => string])[] = [
  ['mistyped', m.back_mistyped],
  ['otherPerson', m.back_other_person],
  ['saidOtherwise', m.back_said_otherwise],
];
export const backReasonChoices = () => reasons.map(([value, word]) => ({ value, label: word() }));

export const kindWord = (kind: LearnedKind): string => kinds.find(([each]) => each === kind)?.[1]() ?? '';

/** 已收回：登錄錯誤（115.11.28 王小明） */
export const backSentence = ({ at, by, why }: NonNullable<Fact['takenBack']>): string =>
  m.learned_back_line({ why: reasons.find(([each]) => each === why)?.[1]() ?? '', at: formatDate(at.slice(0, 10)), by: by ?? '' });

/** 電話 0912345678（學校說，王小明登錄）. */
export function learnedSentence({ kind, value, saidBy, takenBy, takenAt }: Fact): string {
  const shown =
    kind === 'birthDate' ? formatDate(value) : kind === 'birthYear' ? m.learned_year({ roc: Number(value) - 1911, year: value }) : value;
  return m.learned_line({
    kind: kindWord(kind),
    value: shown,
    who: sayers.find(([each]) => each === saidBy)?.[1]() ?? '',
    by: takenBy ?? '',
    at: formatDate(takenAt.slice(0, 10)),
  });
}

/** What stands in the field when a fact is corrected: as typed, a year of birth as 民國. */
export const valueToCorrect = ({ kind, value }: Fact): string =>
  kind === 'nationalId' ? '' : kind === 'birthYear' ? String(Number(value) - 1911) : value;
