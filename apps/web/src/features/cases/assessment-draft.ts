// What is kept while an instrument is filled in, and the words of its occasions.
import { m } from '../../words/index.ts';
import type { ItemAnswers } from './instrument.ts';
import type { Workspace } from './queries.ts';

export type Moment = 'intake' | 'pre' | 'review' | 'post';

export type AssessmentDraft = {
  instrument: string;
  moment: string;
  subject: string;
  answers: ItemAnswers;
  /** Items whose answers were taken over from the last time and not looked at yet. */
  carried: readonly string[];
  happenedAt: string | null;
  note: string;
  override: string;
  overrideReason: string;
  /** Why it could not be done. */
  notDone: string;
};

export const emptyDraft: AssessmentDraft = {
  instrument: '',
  moment: '',
  subject: '',
  answers: {},
  carried: [],
  happenedAt: null,
  note: '',
  override: '',
  overrideReason: '',
  notDone: '',
};

/** The occasions of an assessment in words. */
export const momentWords = (): Record<string, string> => ({
  intake: m.moment_intake(),
  pre: m.moment_pre(),
  review: m.moment_review(),
  post: m.moment_post(),
});

type Use = { readonly instrument: string; readonly moments: readonly string[] };

/** The occasion that comes next: the first one once, a review from then on. */
export function nextMoment(one: Pick<Workspace, 'assessments'>, use: Use | undefined): string {
  const again = one.assessments.some((each) => each.instrument === use?.instrument);
  return (again ? use?.moments.find((each) => each === 'review') : undefined) ?? use?.moments[0] ?? 'review';
}

export type AssessmentView = Workspace['assessments'][number];

/** The last time this version was filled in about the same person; answers of another version are answers to other questions. */
export function lastTime(
  one: Pick<Workspace, 'assessments'>,
  use: { instrument: string; version: string },
  subject: string | null,
): AssessmentView | undefined {
  return one.assessments
    .filter((each) => each.instrument === use.instrument && each.version === use.version && each.subjectPersonId === subject)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
}

/** Answers as they were kept, without what was not known. */
export function answersOf(last: Pick<AssessmentView, 'answers'>): ItemAnswers {
  const given = Object.entries(last.answers).filter(
    (entry): entry is [string, string | number | string[]] =>
      typeof entry[1] === 'string' ||
      typeof entry[1] === 'number' ||
      (Array.isArray(entry[1]) && entry[1].every((code) => typeof code === 'string')),
  );
  return Object.fromEntries(given);
}
