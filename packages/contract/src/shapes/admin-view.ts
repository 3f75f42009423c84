// Accounts, units, routes and days as an administrator sees them, and what is typed of a right and a user name.
import { z } from 'zod';
import { id, label } from './basic.ts';
import { day, instant, instantInput } from './date.ts';
import { cleanText } from './text.ts';
import { unitKind } from './vocabulary.ts';

export const grantInput = z.object({
  role: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[A-Za-z]*$/),
  reach: z.enum(['national', 'county', 'district', 'unit', 'assigned', 'shared', 'own', 'none']),
  reachId: z.string().max(40).nullable().default(null).describe('county, district or unit; null = the own county or unit of the account'),
  until: instantInput.nullable().default(null),
});
export const userName = z
  .string()
  .max(160)
  .transform(cleanText)
  .pipe(z.string().refine((name) => /^[a-z0-9][a-z0-9._-]{2,59}$/.test(name), { message: 'notAUserName' }));
export const userView = z.object({
  id,
  userName: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  unitId: id.nullable(),
  unitName: label.nullable(),
  active: z.boolean(),
  system: z.boolean(),
  secondFactor: z.boolean(),
  ownPassword: z.boolean().describe('the holder has chosen an own password, or was recovered: a new one takes two people'),
  extension: z.string().nullable(),
  lastSeenAt: instant.nullable(),
  version: z.number(),
  grants: z.array(
    z.object({ id, role: z.string(), reach: z.string(), reachId: z.string().nullable(), from: instant, until: instant.nullable() }),
  ),
});
export const unitView = z.object({
  id,
  kind: unitKind,
  name: label,
  capacity: z.number().nullable(),
  active: z.boolean(),
  districts: z.array(z.string()),
  telephone: z.string().nullable().describe('for colleagues and partners'),
  publicTelephone: z.string().nullable().describe('told to reporters'),
  openCases: z.number(),
  members: z.number(),
  version: z.number(),
});
export const routeView = z.object({
  id,
  programme: z.string(),
  programmeLabel: label,
  district: z.string().nullable(),
  unitId: id,
  unitName: label,
  unitActive: z.boolean(),
  unitSupervised: z.boolean(),
  priority: z.number(),
  note: z.string().nullable(),
  active: z.boolean(),
  version: z.number(),
});
export const dayView = z.object({
  date: day,
  working: z.boolean(),
  name: z.string(),
  nameEn: z.string().nullable().describe('null for an imported day'),
  kind: z.string(),
  source: z.string(),
  county: z.string().nullable(),
});
