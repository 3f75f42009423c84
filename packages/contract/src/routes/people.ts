// Families and people: one search box, the person's file, the family picture. Identifiers travel in bodies, never in addresses.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { changed, coded, countyId, districtId, id, label, page, version } from '../shapes/basic.ts';
import { birth } from '../shapes/birth.ts';
import { dateInput, day, instant } from '../shapes/date.ts';
import { earlierReportView, familyPicture, flagView, openCaseView, ownContact, personNode } from '../shapes/family.ts';
import { text } from '../shapes/text.ts';
import { contactKind, sex } from '../shapes/vocabulary.ts';

/** Who must not learn it, why, and when somebody looks again; a hidden contact never comes out by itself. */
const shielding = { from: z.array(id).min(1).max(20), reason: text(400), reviewOn: dateInput };
const careful = ['casework', 'supervision', 'screening', 'review'] as const;
const reading = ['screening', 'review', 'casework', 'supervision', 'intake', 'administration'] as const;

export const people = {
  search: route({
    method: 'POST',
    path: '/people/search',
    summary: 'Name, identifier, telephone, address, case or report number',
    access: 'person.search',
    purpose: reading,
    problems: ['queryTooWide'],
    keyed: false,
    input: z.object({ ...page, text: text(120), county: countyId.optional(), district: districtId.optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          personId: id,
          name: z.string().nullable(),
          sex,
          ...birth,
          age: z.number().nullable(),
          district: z.string().nullable(),
          deceased: z.boolean(),
          openCases: z.number(),
          why: z.array(z.object({ code: z.string(), label })),
        }),
      ),
      cases: z.array(z.object({ id, number: z.string(), title: z.string().nullable(), programmeLabel: label, status: z.string() })),
      reports: z.array(z.object({ id, number: z.string(), receivedAt: instant, status: z.string() })),
      next: z.string().nullable(),
      // More people than these have this part in their name: ask for more of it.
      cut: z.boolean(),
    }),
  }),
  one: route({
    method: 'GET',
    path: '/people/{personId}',
    summary: 'The file of one person; nothing in it rests on a candidate alone',
    access: 'person.read',
    purpose: reading,
    problems: ['notFound'],
    input: z.object({ personId: id }),
    output: personNode.omit({ reported: true, candidateOnly: true, index: true }).extend({
      county: z.string(),
      identifiers: z.array(z.object({ id, kind: z.string(), masked: z.string(), valid: z.boolean() })),
      contacts: z.array(ownContact),
      flags: z.array(flagView),
      cases: z.array(openCaseView),
      reports: z.array(earlierReportView),
      records: z.array(
        z.object({
          linkId: id,
          source: z.string(),
          receivedAt: instant,
          basis: z.string(),
          given: z
            .object({ name: z.string().nullable(), sex, birthDate: day.nullable() })
            .nullable()
            .describe('whom the row names: rows of two people are told apart by it'),
          sentence: label,
          decidedBy: z.string().nullable(),
          decidedAt: instant.nullable(),
          version: z.number(),
          mayUndo: z.boolean(),
        }),
      ),
      version: z.number(),
    }),
  }),
  family: route({
    method: 'GET',
    path: '/people/{personId}/family',
    summary: 'The family picture around one person',
    access: 'family.read',
    purpose: reading,
    problems: ['notFound'],
    input: z.object({ personId: id }),
    output: familyPicture,
  }),
  contacts: route({
    method: 'GET',
    path: '/people/{personId}/contacts',
    summary: 'The contacts of one person; looked at alone, the hidden ones as well for who may know them: never beside anybody else',
    access: 'person.read',
    purpose: reading,
    problems: ['notFound'],
    input: z.object({ personId: id, alone: z.union([z.boolean(), z.stringbool()]).optional() }),
    output: z.object({
      contacts: z.array(ownContact),
      mayShield: z.object({ allowed: z.boolean(), why: coded.nullable() }),
    }),
  }),
  addHidden: route({
    method: 'POST',
    path: '/people/{personId}/contacts',
    summary: 'Put in a contact that somebody must not learn: a shelter, a new telephone, a school, a workplace',
    access: 'contact.shield',
    purpose: careful,
    problems: ['notFound', 'shieldRefused'],
    input: z.object({ personId: id, kind: contactKind, value: text(200), district: districtId.nullable().default(null), ...shielding }),
    output: changed,
  }),
  shield: route({
    method: 'POST',
    path: '/people/{personId}/contacts/{contactId}/shield',
    summary: 'Keep a contact from some people, with a reason and a day of review',
    access: 'contact.shield',
    purpose: careful,
    problems: ['notFound', 'versionConflict', 'shieldRefused'],
    input: z.object({ personId: id, contactId: id, version, ...shielding }),
    output: changed,
  }),
  unshield: route({
    method: 'POST',
    path: '/people/{personId}/contacts/{contactId}/unshield',
    summary: 'Show a hidden contact again, with a reason',
    access: 'contact.shield',
    purpose: careful,
    problems: ['notFound', 'versionConflict', 'shieldRefused'],
    input: z.object({ personId: id, contactId: id, version, reason: text(400) }),
    output: changed,
  }),
  reveal: route({
    method: 'POST',
    path: '/people/{personId}/reveal',
    summary: 'Show an identifier or a protected contact in clear, with a reason',
    access: 'person.read',
    purpose: reading,
    problems: ['notFound'],
    keyed: false,
    input: z.object({ personId: id, kind: z.enum(['identifier', 'contact']), id, reason: text(400) }),
    output: z.object({ value: z.string() }),
  }),
  merged: route({
    method: 'GET',
    path: '/people/{personId}/current',
    summary: 'Where a person went who was merged',
    access: 'person.read',
    purpose: reading,
    problems: ['notFound'],
    input: z.object({ personId: id }),
    output: z.object({ personId: id, version }),
  }),
};
