// What do the events of cases say, read as plainly as can be? Times are milliseconds, days are ISO dates of Taipei.

import type { Client } from 'pg';

const hour = 3_600_000;
/** The day in Taipei, which is eight hours ahead all year. */
export const dayOf = (at: number): string => new Date(at + 8 * hour).toISOString().slice(0, 10);
/** The last millisecond of a day in Taipei. */
export const endOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) + 16 * hour - 1;
/** The day so many days later. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * hour).toISOString().slice(0, 10);
/** The last day of so many months that begin on the day after (Civil Code 121): the day before the same date, or the end of a month that has none. */
export const afterMonths = (day: string, months: number): string => {
  const first = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hour);
  const same = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, first.getUTCDate()));
  return same.getUTCDate() === first.getUTCDate()
    ? plusDays(same.toISOString().slice(0, 10), -1)
    : new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months + 1, 0)).toISOString().slice(0, 10);
};

interface RawFacts {
  readonly county: string;
  readonly district: string | null;
  readonly programme: string;
  readonly receivedAt: string;
  readonly grade: string | null;
  readonly members: readonly { readonly person: string }[];
  readonly person: string;
  readonly approved: boolean;
  readonly outcome: string;
  readonly faceToFace: boolean;
  readonly subjectMet?: boolean;
  readonly reason: string;
  readonly clock: string;
  readonly report: string | null;
}
interface RawEvent {
  readonly case_id: string;
  readonly type: string;
  readonly at: number;
  readonly facts: RawFacts;
}

/** One course of a case: from its report or its reopening to its end. */
export interface RawCourse {
  readonly began: number;
  readonly decisions: { readonly at: number; readonly opened: boolean }[];
  closedAt: number | null;
  /** It ended because the family moved: another county goes on with it. */
  moved: boolean;
  /** How it went on after its end. */
  reopened: { readonly at: number; readonly reason: string } | null;
}
export interface RawCase {
  readonly id: string;
  readonly county: string;
  /** Where it lay, and from when on: the first where it was sent. */
  readonly lay: { readonly from: number; readonly district: string | null }[];
  readonly programme: string;
  readonly grade: string | null;
  readonly dispatchedAt: number;
  readonly people: Set<string>;
  /** When the reports that it took in were received; the first founded it. */
  readonly reports: number[];
  /** Reports by which another county handed a case over: nobody reported the family. */
  readonly handedOver: Set<string>;
  readonly founded: string | null;
  readonly courses: RawCourse[];
  readonly visits: { readonly at: number; readonly met: boolean; readonly face: boolean }[];
  readonly pauses: { readonly clock: string; readonly from: number; to: number | null }[];
}

/** The decision that stands: the last approved one of a course. */
export const standing = (course: RawCourse) => course.decisions.at(-1) ?? null;

const step = (one: RawCase, { type, at, facts }: RawEvent): void => {
  const course = one.courses.at(-1);
  if (course === undefined) throw new Error('no course');
  if (type === 'openingDecided' && facts.approved) {
    course.decisions.push({ at, opened: facts.outcome !== 'notOpened' });
    if (facts.outcome === 'notOpened') course.closedAt = at;
  }
  if (type === 'closureDecided' && facts.approved) {
    course.closedAt = at;
    course.moved = facts.reason === 'movedOut';
  }
  if (type === 'caseReopened') {
    course.reopened = { at, reason: facts.reason };
    one.courses.push({ began: at, decisions: [], closedAt: null, moved: false, reopened: null });
  }
  if (type === 'moveAccepted') one.lay.push({ from: at, district: facts.district ?? one.lay.at(-1)?.district ?? null });
  if (type === 'memberAdded') one.people.add(facts.person);
  if (type === 'caseTakenOver' && facts.report !== null) one.handedOver.add(facts.report);
  if (type === 'reportLinked' && !one.handedOver.has(facts.report ?? '')) one.reports.push(Date.parse(facts.receivedAt));
  if (type === 'visitRecorded') one.visits.push({ at, met: facts.outcome === 'met' && facts.subjectMet !== false, face: facts.faceToFace });
  if (type === 'clockPaused') one.pauses.push({ clock: facts.clock, from: at, to: null });
  if (type === 'clockResumed') for (const pause of one.pauses) if (pause.clock === facts.clock) pause.to ??= at;
};

/** All cases, from their events alone. */
export const rawCases = async (client: Client): Promise<RawCase[]> => {
  const { rows } = await client.query<RawEvent>(
    `select case_id, type, (extract(epoch from happened_at) * 1000)::float8 as at, facts from casework.event order by case_id, seq`,
  );
  const cases = new Map<string, RawCase>();
  for (const event of rows) {
    const { facts, at } = event;
    const found = cases.get(event.case_id);
    if (found !== undefined) step(found, event);
    else
      cases.set(event.case_id, {
        id: event.case_id,
        county: facts.county,
        lay: [{ from: Number.NEGATIVE_INFINITY, district: facts.district }],
        programme: facts.programme,
        grade: facts.grade,
        dispatchedAt: at,
        people: new Set(facts.members.map((member) => member.person)),
        reports: [Date.parse(facts.receivedAt)],
        handedOver: new Set(),
        founded: facts.report,
        courses: [{ began: Date.parse(facts.receivedAt), decisions: [], closedAt: null, moved: false, reopened: null }],
        visits: [],
        pauses: [],
      });
  }
  return [...cases.values()];
};
