// How long has the visit lasted? From what was told on the way, or from the moment that stands in the form; not once its minutes are filled in.
import type { Answers } from '@anwang/core/forms';
import type { Workspace } from './queries.ts';

type UnderWay = Workspace['planned'][number]['underWay'];
type VisitTime = { readonly state: 'none' } | { readonly state: 'over' } | { readonly state: 'running'; readonly since: number };

/** A visit that began longer ago is written down afterwards: nobody is there any more. */
const longestMs = 6 * 3_600_000;

/** Where the visit stands. @param underWay of the plan that it meets */
export function visitTime(answers: Answers, underWay: UnderWay | undefined, now: number): VisitTime {
  if (answers.minutes !== undefined || underWay?.leftAt) return { state: 'over' };
  const typed = typeof answers.happenedAt === 'string' ? answers.happenedAt : undefined;
  const since = Date.parse(underWay?.arrivedAt ?? typed ?? '');
  if (Number.isNaN(since)) return { state: 'none' };
  // The moment is typed to the minute; a clock that is a little slow is none to speak of.
  if (since > now + 60_000 || now - since > longestMs) return { state: 'over' };
  return { state: 'running', since };
}

/** 38:12, and 1:02:05 from an hour on. */
export function lasted(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
}

/** The minutes that are recorded of it: begun minutes count, as where both were told on the way. */
export const minutesOf = (ms: number): number => Math.max(1, Math.ceil(ms / 60_000));
