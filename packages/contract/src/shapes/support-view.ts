// Calls for support: as they stand on a case, and as whoever is above is told of them.
import { z } from 'zod';
import { id, label } from './basic.ts';
import { instant } from './date.ts';

/** A call for support that is not over. */
export const supportCall = z.object({
  id,
  by: z.string(),
  byTelephone: z.string().nullable(),
  at: instant,
  due: instant.nullable().describe('by when somebody should have taken it up'),
  note: z.string().nullable(),
  takenBy: z.string().nullable(),
  takenAt: instant.nullable(),
  takenNote: z.string().nullable().describe('who goes, or what is done'),
  own: z.boolean().describe('the viewer called'),
  mayEnd: z.boolean(),
});

/** A call that nobody took up, as whoever is above is told of it. */
export const supportTold = z.object({
  callId: id,
  number: z.string().describe('of the case, to speak of it by telephone'),
  unit: label,
  unitTelephone: z.string().nullable(),
  by: z.string(),
  byTelephone: z.string().nullable(),
  at: instant,
  due: instant.nullable(),
  note: z.string().nullable().describe('what whoever calls said'),
  place: z.string().nullable().describe('where the visit is, in words'),
  where: z.object({ kind: z.string(), value: z.string() }).nullable().describe('a known address; not there when it is hidden from anybody'),
});

/** A time limit that has passed, as those above are told of it. */
export const clockTold = z.object({
  number: z.string().describe('of the case, to speak of it by telephone'),
  programme: label,
  clock: label.describe('which time limit'),
  unit: label.nullable(),
  unitTelephone: z.string().nullable(),
  lead: z.string().nullable().describe('name of the lead worker'),
  start: instant,
  due: instant,
});
