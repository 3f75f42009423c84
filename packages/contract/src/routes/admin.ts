// What a county administrator keeps without a programmer: accounts and grants, units, routes, the calendar of working days.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { changed, countyId, districtId, id, label, page, pageOf, programmeId, version } from '../shapes/basic.ts';
import { dateInput, day, instant, instantInput } from '../shapes/date.ts';
import { newPassword } from '../shapes/password.ts';
import { cleanText, maybeText, text } from '../shapes/text.ts';
import { unitKind } from '../shapes/vocabulary.ts';

const grantInput = z.object({
  role: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[A-Za-z]*$/),
  reach: z.enum(['national', 'county', 'district', 'unit', 'assigned', 'shared', 'own', 'none']),
  reachId: z.string().max(40).nullable().default(null).describe('county, district or unit; null = the own county or unit of the account'),
  until: instantInput.nullable().default(null),
});
const userName = z
  .string()
  .max(160)
  .transform(cleanText)
  .pipe(z.string().refine((name) => /^[a-z0-9][a-z0-9._-]{2,59}$/.test(name), { message: 'notAUserName' }));
const userView = z.object({
  id,
  userName: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  unitId: id.nullable(),
  unitName: label.nullable(),
  active: z.boolean(),
  system: z.boolean(),
  secondFactor: z.boolean(),
  lastSeenAt: instant.nullable(),
  version: z.number(),
  grants: z.array(
    z.object({ id, role: z.string(), reach: z.string(), reachId: z.string().nullable(), from: instant, until: instant.nullable() }),
  ),
});
const unitView = z.object({
  id,
  kind: unitKind,
  name: label,
  capacity: z.number().nullable(),
  active: z.boolean(),
  districts: z.array(z.string()),
  openCases: z.number(),
  members: z.number(),
  version: z.number(),
});
const routeView = z.object({
  id,
  programme: z.string(),
  programmeLabel: label,
  district: z.string().nullable(),
  unitId: id,
  unitName: label,
  unitActive: z.boolean(),
  priority: z.number(),
  note: z.string().nullable(),
  active: z.boolean(),
  version: z.number(),
});
const dayView = z.object({
  date: day,
  working: z.boolean(),
  name: z.string(),
  kind: z.string(),
  source: z.string(),
  county: z.string().nullable(),
});
const users = ['administration'] as const;

export const admin = {
  users: route({
    method: 'GET',
    path: '/admin/users',
    summary: 'Accounts of the county',
    access: 'admin.users',
    purpose: users,
    problems: [],
    input: z.object({ ...page, text: z.string().max(80).optional(), unitId: id.optional() }),
    output: pageOf(userView),
  }),
  createUser: route({
    method: 'POST',
    path: '/admin/users',
    summary: 'A new account with a first password',
    access: 'admin.users',
    purpose: users,
    problems: [],
    input: z.object({
      userName,
      name: text(60),
      title: maybeText(60),
      unitId: id.nullable().default(null),
      password: newPassword,
      grants: z.array(grantInput).max(10).default([]),
    }),
    output: changed,
  }),
  changeUser: route({
    method: 'PUT',
    path: '/admin/users/{accountId}',
    summary: 'Change an account; closing it ends its sessions at once, and rights bound to the former unit go with it to the new one',
    access: 'admin.users',
    purpose: users,
    problems: ['notFound', 'versionConflict', 'ownAccount'],
    input: z.object({
      accountId: id,
      version,
      name: text(60),
      title: maybeText(60),
      unitId: id.nullable().default(null),
      active: z.boolean(),
    }),
    output: changed,
  }),
  setGrants: route({
    method: 'PUT',
    path: '/admin/users/{accountId}/grants',
    summary: 'Replace the grants of an account; effective at its next request',
    access: 'admin.users',
    purpose: users,
    problems: ['notFound', 'versionConflict', 'ownAccount'],
    input: z.object({ accountId: id, version, grants: z.array(grantInput).max(10) }),
    output: changed,
  }),
  resetPassword: route({
    method: 'POST',
    path: '/admin/users/{accountId}/password',
    summary: 'Set a new first password and end all sessions',
    access: 'admin.users',
    purpose: users,
    problems: ['notFound', 'ownAccount'],
    input: z.object({ accountId: id, password: newPassword }),
    output: changed,
  }),
  endSecondFactor: route({
    method: 'DELETE',
    path: '/admin/users/{accountId}/second-factor',
    summary: 'A device was lost: end the second factor of an account and all its sessions; the password opens again',
    access: 'admin.users',
    purpose: users,
    problems: ['notFound', 'ownAccount'],
    keyed: false,
    input: z.object({ accountId: id }),
    output: changed,
  }),
  endSessions: route({
    method: 'DELETE',
    path: '/admin/users/{accountId}/sessions',
    summary: 'End all sessions of an account',
    access: 'admin.users',
    purpose: users,
    problems: ['notFound'],
    keyed: false,
    input: z.object({ accountId: id }),
    output: z.object({ ended: z.number() }),
  }),
  roles: route({
    method: 'GET',
    path: '/admin/roles',
    summary: 'Roles that may be granted, in words',
    access: 'admin.users',
    purpose: users,
    problems: [],
    input: z.object({}),
    output: z.object({ roles: z.array(z.object({ id: z.string(), label, actions: z.array(z.string()), reaches: z.array(z.string()) })) }),
  }),
  units: route({
    method: 'GET',
    path: '/admin/units',
    summary: 'Units of the county',
    access: 'admin.units',
    purpose: users,
    problems: [],
    input: z.object({ ...page, kind: unitKind.optional() }),
    output: pageOf(unitView),
  }),
  createUnit: route({
    method: 'POST',
    path: '/admin/units',
    summary: 'A new unit',
    access: 'admin.units',
    purpose: users,
    problems: ['notFound'],
    input: z.object({
      kind: unitKind,
      name: z.object({ zh: text(80), en: text(120) }),
      capacity: z.number().int().min(1).max(100_000).nullable().default(null),
      districts: z.array(districtId).max(80).default([]),
    }),
    output: changed,
  }),
  changeUnit: route({
    method: 'PUT',
    path: '/admin/units/{unitId}',
    summary: 'Change a unit',
    access: 'admin.units',
    purpose: users,
    problems: ['notFound', 'versionConflict'],
    input: z.object({
      unitId: id,
      version,
      name: z.object({ zh: text(80), en: text(120) }),
      capacity: z.number().int().min(1).max(100_000).nullable(),
      active: z.boolean(),
      districts: z.array(districtId).max(80),
    }),
    output: changed,
  }),
  routes: route({
    method: 'GET',
    path: '/admin/routes',
    summary: 'Which unit receives which programme from where',
    access: 'admin.routes',
    purpose: users,
    problems: [],
    input: z.object({ ...page, programme: programmeId.optional() }),
    output: pageOf(routeView),
  }),
  createRoute: route({
    method: 'POST',
    path: '/admin/routes',
    summary: 'A new route',
    access: 'admin.routes',
    purpose: users,
    problems: ['notFound', 'programmeUnknown'],
    input: z.object({
      programme: programmeId,
      district: districtId.nullable().default(null),
      unitId: id,
      priority: z.number().int().min(0).max(10_000).default(100),
      note: maybeText(200),
    }),
    output: changed,
  }),
  changeRoute: route({
    method: 'PUT',
    path: '/admin/routes/{routeId}',
    summary: 'Change or close a route',
    access: 'admin.routes',
    purpose: users,
    problems: ['notFound', 'versionConflict'],
    input: z.object({ routeId: id, version, priority: z.number().int().min(0).max(10_000), note: maybeText(200), active: z.boolean() }),
    output: changed,
  }),
  calendar: route({
    method: 'GET',
    path: '/admin/calendar',
    summary: 'Days on which offices work or rest against the week',
    access: 'signedIn',
    purpose: ['administration', 'self'],
    problems: [],
    input: z.object({ year: z.coerce.number<number>().int().min(2000).max(2200) }),
    output: z.object({ year: z.number(), known: z.boolean(), days: z.array(dayView) }),
  }),
  importCalendar: route({
    method: 'POST',
    path: '/admin/calendar',
    summary: 'Import the official calendar of a year',
    access: 'calendar.import',
    purpose: users,
    problems: ['calendarInvalid'],
    input: z.object({
      year: z.number().int().min(2000).max(2200),
      source: text(200),
      county: countyId.nullable().default(null),
      days: z
        .array(
          z.object({
            date: dateInput,
            working: z.boolean(),
            name: text(80),
            kind: z.enum(['holiday', 'makeUpWorkingDay', 'makeUpHoliday', 'countyClosure']),
          }),
        )
        .min(1)
        .max(400),
    }),
    output: z.object({ year: z.number(), days: z.number() }),
  }),
};
