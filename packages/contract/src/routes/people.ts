// Families and people: one search box, the person's file, the family picture. Identifiers travel in bodies, never in addresses.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { countyId, districtId, id, label, page, version } from '../shapes/basic.ts';
import { day, instant } from '../shapes/date.ts';
import { contactView, earlierReportView, familyPicture, flagView, openCaseView, personNode } from '../shapes/family.ts';
import { text } from '../shapes/text.ts';
import { sex } from '../shapes/vocabulary.ts';

const reading = ['screening', 'review', 'casework', 'supervision', 'intake'] as const;

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
          birthDate: day.nullable(),
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
      contacts: z.array(contactView),
      flags: z.array(flagView),
      cases: z.array(openCaseView),
      reports: z.array(earlierReportView),
      records: z.array(
        z.object({
          linkId: id,
          source: z.string(),
          receivedAt: instant,
          basis: z.string(),
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
