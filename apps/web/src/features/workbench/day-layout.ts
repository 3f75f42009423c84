// Where does each stop of a day stand in its column? By its hour and its length; stops at the same time stand beside each other.
import { taipeiDay } from '../../words/dates.ts';

export type Stop = { readonly at: string; readonly minutes: number | null };
export type Placed<Each> = {
  readonly stop: Each;
  readonly top: number;
  readonly height: number;
  readonly lane: number;
  readonly lanes: number;
};

const MINUTE = 60_000;
/** Of a stop whose length nobody said. */
const usual = 30;
/** Nothing is drawn lower than a line of words. */
const least = 25;

/** Minutes since midnight in Taipei, which has no summer time. */
export const minuteOf = (at: string | number): number => Math.floor((new Date(at).getTime() / MINUTE + 480) % 1440);

/** The hours a day shows: office hours, and more where something stands before or after. */
export function hoursOf(stops: readonly Stop[], now: number): { readonly from: number; readonly to: number } {
  const begins = [...stops.map((stop) => minuteOf(stop.at)), minuteOf(now)];
  const ends = [...stops.map((stop) => minuteOf(stop.at) + (stop.minutes ?? usual)), minuteOf(now) + usual];
  return { from: Math.min(9, Math.floor(Math.min(...begins) / 60)), to: Math.min(24, Math.max(18, Math.ceil(Math.max(...ends) / 60))) };
}

/** The stops by time, with their place in minutes from the first hour. */
export function layOut<Each extends Stop>(stops: readonly Each[], from: number): Placed<Each>[] {
  const rows = stops
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map((stop) => {
      const top = minuteOf(stop.at) - from * 60;
      return { stop, top, height: Math.max(stop.minutes ?? usual, least), lane: 0 };
    });
  const placed: Placed<Each>[] = [];
  let group: typeof rows = [];
  let end = -1;
  const close = () => {
    const lanes = Math.max(1, ...group.map((row) => row.lane + 1));
    placed.push(...group.map((row) => ({ ...row, lanes })));
    group = [];
  };
  for (const row of rows) {
    if (row.top >= end) close();
    const taken = group.filter((other) => other.top + other.height > row.top).map((other) => other.lane);
    row.lane = [...taken.keys(), taken.length].find((lane) => !taken.includes(lane)) ?? 0;
    group.push(row);
    end = Math.max(end, row.top + row.height);
  }
  close();
  return placed;
}

/** How many stand side by side before nobody can read them: a whole team's day is a list. */
const most = 3;

/** Whether a day has more at one time than its column can show beside each other. */
export const isCrowded = (placed: readonly Placed<Stop>[]): boolean => placed.some(({ lanes }) => lanes > most);

/** Since when a plan is over without a record; `inside`: whoever goes meant to have left by then and has not told it. Undefined while its time runs, or somebody is there. */
export function overOf(
  { at, minutes, until }: Stop & { readonly until: string | null },
  now: number,
): { readonly at: number; readonly inside: boolean } | undefined {
  const end = until === null ? Date.parse(at) + (minutes ?? usual) * MINUTE : Date.parse(until);
  return end < now ? { at: end, inside: until !== null } : undefined;
}

/** Which day something belongs to, as seen now: missed, today, or later. */
export function whenOf(stop: Stop, now: number): 'missed' | 'today' | 'later' {
  const day = taipeiDay(stop.at);
  const today = taipeiDay(new Date(now).toISOString());
  return day === today ? 'today' : day < today ? 'missed' : 'later';
}
