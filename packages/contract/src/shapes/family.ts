// The family picture as data: people, kin edges, households, open cases, earlier reports, flags. What law 8 hides is absent, not blank.
import { z } from 'zod';
import { id, label } from './basic.ts';
import { birth } from './birth.ts';
import { day, instant } from './date.ts';
import { band, caseStatus, confidence, contactKind, kinRelation, sensitivity, severity, sex } from './vocabulary.ts';

export const contactView = z.object({
  id,
  kind: contactKind,
  value: z.string().nullable().describe('null: exists, but is opened by its own request'),
  district: z.string().nullable(),
  protected: z.boolean().describe('kept from other people of the family; handle with care'),
  source: z.string(),
  since: day.nullable(),
});

/** A contact in the view of its person alone: with what it takes to hide it or to show it again. */
export const ownContact = contactView.extend({
  version: z.number().int(),
  keptFrom: z.number().int().describe('how many people it is kept from; who they are is no part of this view'),
  reviewOn: day.nullable().describe('when somebody must decide whether it stays hidden'),
  reason: z.string().nullable(),
});

export const personNode = z.object({
  id,
  name: z.string().nullable(),
  sex,
  ...birth,
  age: z.number().nullable(),
  deceasedOn: day.nullable(),
  district: z.string().nullable(),
  index: z.boolean().describe('the person the picture is about'),
  reported: z.boolean(),
  candidateOnly: z.boolean().describe('rests on an unconfirmed match'),
});

export const kinEdge = z.object({
  from: id,
  to: id,
  relation: kinRelation,
  since: day.nullable(),
  until: day.nullable(),
  source: z.string(),
  confidence,
  told: z
    .object({ person: id, relation: z.string() })
    .nullable()
    .describe('the word in which a report or a case says it, and of whom; null of a recorded edge'),
});

export const householdView = z.object({
  id,
  kind: z.enum(['registered', 'lived']),
  district: z.string().nullable(),
  members: z.array(
    z.object({ personId: id, relation: z.string(), since: day.nullable(), until: day.nullable(), source: z.string(), confidence }),
  ),
});

export const flagView = z.object({
  id,
  personId: id,
  source: z.string(),
  sourceLabel: label,
  code: z.string().nullable().describe('null: a sensitive flag, opened by its own request with a reason'),
  label: label.nullable(),
  sensitivity,
  severity,
  legalBasis: z.string(),
  asOf: day,
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

export const openCaseView = z.object({
  id,
  number: z.string(),
  programme: z.string(),
  status: caseStatus,
  stage: z.string(),
  risk: band.nullable(),
  unitName: z.string(),
  leadName: z.string().nullable(),
  personIds: z.array(id),
  lastContactAt: instant.nullable(),
  readable: z.boolean().describe('whether the viewer may open it'),
});

export const earlierReportView = z.object({
  id,
  number: z.string(),
  receivedAt: instant,
  channel: z.string(),
  band,
  status: z.string(),
  personIds: z.array(id),
  grounds: z.array(z.string()),
});

export const familyWarning = z.object({ code: z.string(), label, personIds: z.array(id) });

export const familyPicture = z.object({
  people: z.array(personNode),
  kin: z.array(kinEdge),
  households: z.array(householdView),
  contacts: z.array(contactView.extend({ personId: id })),
  cases: z.array(openCaseView),
  reports: z.array(earlierReportView),
  flags: z.array(flagView),
  warnings: z.array(familyWarning),
  hitsExpired: z.boolean(),
});
export type FamilyPictureView = z.output<typeof familyPicture>;
