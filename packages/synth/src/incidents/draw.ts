// Which incidents befall the households of a chunk within two years? Drawn by kind; some households are struck again (the next within months),
// a share of reports tells of the same event a second time. Times in Taipei: a quarter falls into the night (domain 06 §6.8).

import type { Chance } from '../chance/index.ts';
import { reporting, withinHours } from '../hours/index.ts';
import type { PopulationChunk, SynthHousehold, SynthPerson } from '../population/index.ts';
import { type IncidentKind, KIND_MIX, REPORTERS, type Reporter } from './kinds.ts';

export interface Incident {
  readonly kind: IncidentKind;
  readonly household: SynthHousehold;
  readonly atMs: number;
  /** Whom it is about: a child, a victim, or the head of a vulnerable family. */
  readonly subject: SynthPerson;
  /** Who did it, where somebody did. */
  readonly respondent: SynthPerson | null;
  /** Who tells of it; school and office do so in their hours. */
  readonly reporter: Reporter;
  /** The same event told again by somebody else. */
  readonly retelling: boolean;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
export const HISTORY_DAYS = 730;
/** Chance that a household is struck again, and the mean days until then. */
const AGAIN = { chance: 0.24, days: 170 } as const;
const RETOLD = 0.15;

const places = (household: SynthHousehold, ...wanted: string[]) =>
  household.members.filter((m) => wanted.includes(m.place)).map((m) => m.person);
const minors = (household: SynthHousehold, anchorMs: number) =>
  household.members.map((m) => m.person).filter((p) => anchorMs - Date.parse(p.birthDate) < 18 * 365.25 * DAY);

// Who can be struck by what: null when the household has nobody for it.
const cast = (
  chance: Chance,
  kind: IncidentKind,
  household: SynthHousehold,
  atMs: number,
): { subject: SynthPerson; respondent: SynthPerson | null } | null => {
  const [head] = places(household, 'head');
  const [spouse] = places(household, 'spouse');
  const children = minors(household, atMs).filter((p) => Date.parse(p.birthDate) < atMs);
  if (head === undefined) return null;
  switch (kind) {
    case 'partner':
      if (spouse === undefined) return null;
      return chance.bool(0.82) ? { subject: spouse, respondent: head } : { subject: head, respondent: spouse };
    case 'child':
    case 'sexual':
      return children.length === 0
        ? null
        : {
            subject: chance.pick(children),
            respondent: chance.bool(0.78) ? (spouse !== undefined && chance.bool(0.4) ? spouse : head) : null,
          };
    case 'elder': {
      const [elder] = [
        ...places(household, 'parent', 'parentSpouse'),
        ...(Date.parse(head.birthDate) < atMs - 65 * 365.25 * DAY ? [head] : []),
      ];
      return elder === undefined ? null : { subject: elder, respondent: elder === head ? null : head };
    }
    case 'otherViolence': {
      const [other] = places(household, 'sibling', 'parent', 'child').filter((p) => Date.parse(p.birthDate) < atMs - 18 * 365.25 * DAY);
      return other === undefined ? null : { subject: other, respondent: head };
    }
    default:
      return { subject: head, respondent: null };
  }
};

/** A moment near a day with the daily rhythm of reports, in UTC milliseconds (Taipei is UTC+8 without summer time). */
const moment = (chance: Chance, dayMs: number): number => {
  const hour = chance.bool(0.25) ? (chance.between(22, 30) % 24) + chance.next() : chance.between(7, 21) + chance.next();
  return Math.floor(dayMs / DAY) * DAY + (hour - 8) * HOUR;
};

/** When this reporter tells of it: at once, or in the next of the reporter's hours. */
const toldAt = (chance: Chance, reporter: Reporter, atMs: number): number => {
  const hours = reporting[reporter.hours];
  return hours === null ? atMs : withinHours(atMs, hours, chance.next(), reporter.hours === 'day');
};

const telling = (chance: Chance, kind: IncidentKind, atMs: number): { reporter: Reporter; atMs: number } => {
  const reporter = chance.weighted(REPORTERS[kind]);
  return { reporter, atMs: toldAt(chance, reporter, atMs) };
};

// The last hours, so that the desk of the first day has work before it: one report in about two chunks, not older than six hours.
const recent = (chance: Chance, chunk: PopulationChunk, anchorMs: number): Incident[] => {
  if (!chance.bool(0.45)) return [];
  for (let tries = 0; tries < 40; tries++) {
    const kind = chance.weighted(KIND_MIX);
    const household = chance.pick(chunk.households);
    const atMs = anchorMs - chance.next() ** 2 * 6 * HOUR;
    const found = cast(chance, kind, household, atMs);
    const { reporter, atMs: told } = telling(chance, kind, atMs);
    // Somebody who would report later has not done so yet.
    if (found !== null && told === atMs) return [{ kind, household, atMs, reporter, ...found, retelling: false }];
  }
  return [];
};

/**
 * The incidents of a chunk before `anchorMs`, in order of time.
 * @param perThousandYearly incidents per thousand people and year, repeats and retellings included
 */
export const drawIncidents = (chance: Chance, chunk: PopulationChunk, anchorMs: number, perThousandYearly: number): Incident[] => {
  const people = chunk.households.reduce((n, h) => n + h.members.length, 0);
  const wanted = Math.round((people / 1000) * perThousandYearly * (HISTORY_DAYS / 365));
  const start = anchorMs - HISTORY_DAYS * DAY;
  const incidents: Incident[] = [...recent(chance.fork('recent'), chunk, anchorMs)];
  const add = (incident: Incident) => {
    if (incident.atMs <= anchorMs && incidents.length < wanted) incidents.push(incident);
  };
  while (incidents.length < wanted) {
    const kind = chance.weighted(KIND_MIX);
    let atMs = moment(chance, start + chance.next() * HISTORY_DAYS * DAY);
    const told = telling(chance, kind, atMs);
    atMs = told.atMs;
    const household = chance.pick(chunk.households);
    const found = cast(chance, kind, household, atMs);
    if (found === null || atMs > anchorMs) continue;
    add({ kind, household, ...told, ...found, retelling: false });
    if (chance.bool(RETOLD / (1 - RETOLD)))
      add({ kind, household, ...telling(chance, kind, atMs + chance.wait(3) * DAY), ...found, retelling: true });
    while (chance.bool(AGAIN.chance)) {
      atMs = moment(chance, atMs + (2 + chance.wait(AGAIN.days)) * DAY);
      const next = chance.bool(0.7) ? kind : chance.weighted(KIND_MIX);
      const again = cast(chance, next, household, atMs);
      if (again !== null) add({ kind: next, household, ...telling(chance, next, atMs), ...again, retelling: false });
    }
  }
  return incidents.sort((a, b) => a.atMs - b.atMs);
};
