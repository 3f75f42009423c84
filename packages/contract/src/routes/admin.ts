// What a county administrator keeps without a programmer: accounts and grants, units, routes, the calendar of working days.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { dayView, grantInput, routeView, unitView, userName, userView } from '../shapes/admin-view.ts';
import { changed, countyId, districtId, id, label, page, pageOf, programmeId, version } from '../shapes/basic.ts';
import { dateInput } from '../shapes/date.ts';
import { newPassword } from '../shapes/password.ts';
import { extension, telephone } from '../shapes/telephone.ts';
import { maybeFolded, maybeText, text } from '../shapes/text.ts';
import { unitKind } from '../shapes/vocabulary.ts';

const users = ['administration'] as const;

const newUser = { userName, name: text(60), title: maybeText(60), extension };
const newUnit = z.object({
  kind: unitKind,
  name: z.object({ zh: text(80), en: text(120) }),
  capacity: z.number().int().min(1).max(100_000).nullable().default(null),
  districts: z.array(districtId).max(80).default([]),
  telephone,
  publicTelephone: telephone,
});
/** A right in the own county or unit: what a file of many says. */
const ownGrant = grantInput.omit({ reachId: true }).extend({ role: z.string().min(1).max(40) });
/** What cannot be read there is named by the handler, beside what else is wrong with the row. */
const newUnitOfFile = newUnit.extend({
  kind: z.string().min(1).max(40),
  districts: z.array(z.string().min(1).max(40)).max(80).default([]),
});
/** As many accounts in one import: each first password is hashed. */
const STAFF_MAX = 200;

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
      ...newUser,
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
      extension,
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
    summary:
      'Another first password for an account whose holder has not chosen an own one yet; after that it takes two people (recoveries)',
    access: 'admin.users',
    purpose: users,
    problems: ['notFound', 'ownAccount', 'secondPersonNeeded'],
    input: z.object({ accountId: id, password: newPassword }),
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
  importStaff: route({
    method: 'POST',
    path: '/admin/staff',
    summary: 'Many new units and accounts at once: all of them, or none and every row that is wrong by name; a rehearsal writes nothing',
    access: 'admin.users',
    purpose: users,
    problems: [],
    input: z.object({
      rehearsal: z.boolean(),
      units: z.array(newUnitOfFile).max(100),
      users: z
        .array(
          z.object({
            ...newUser,
            unit: maybeText(80).describe('name of a unit, of the county or of this import'),
            grants: z.array(ownGrant).max(10),
            ownNumber: maybeFolded(20).describe('the own national ID, by which they are kept from their own family; never shown again'),
          }),
        )
        .max(STAFF_MAX),
    }),
    output: z.object({
      units: z.number(),
      users: z.number(),
      written: z.boolean(),
      passwords: z
        .array(z.object({ userName: z.string(), name: z.string(), password: z.string() }))
        .describe('first passwords, good for choosing an own one'),
    }),
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
    input: newUnit,
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
      telephone,
      publicTelephone: telephone,
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
    output: z.object({
      year: z.number(),
      known: z.boolean(),
      days: z.array(dayView),
      versions: z
        .object({ nation: z.number(), county: z.number() })
        .describe('of the imported days of the nation and of the own county: what an import is based on'),
    }),
  }),
  importCalendar: route({
    method: 'POST',
    path: '/admin/calendar',
    summary:
      'Import the days of a year: those on which the own county is closed; the official calendar of the nation needs the right to it',
    access: 'calendar.import',
    purpose: users,
    problems: ['calendarInvalid', 'notFound', 'versionConflict'],
    input: z.object({
      year: z.number().int().min(2000).max(2200),
      version: version.describe('of the days that are replaced; 0 where nothing was imported yet'),
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
        .max(400),
    }),
    output: z.object({ year: z.number(), days: z.number(), version: z.number() }),
  }),
};
