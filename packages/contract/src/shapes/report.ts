// A report as it is given: who is at risk, what happened, where, who else lives there, who reports. What is not known stays unknown.
import { z } from 'zod';
import { countyId, districtId } from './basic.ts';
import { maybeDate } from './date.ts';
import { code, maybeFolded, maybeText, text } from './text.ts';
import { channel, reportPersonRole, sex, yesNo } from './vocabulary.ts';

/** One person named in a report. Every field may be unknown; 陳○明 and "the boy next door" are names. */
export const reportedPerson = z.object({
  role: reportPersonRole.default('subject'),
  name: maybeText(60),
  sex: sex.default('unknown'),
  nationalId: maybeFolded(20),
  birthDate: maybeDate,
  ageApproximate: z.number().int().min(0).max(130).nullable().default(null),
  phones: z.array(maybeFolded(40)).max(5).default([]),
  addresses: z.array(maybeText(200)).max(5).default([]),
  relationToSubject: code.nullable().default(null),
  livesWithSubject: yesNo.default('unknown').describe('whether they live with whom the report is about; left out for that person'),
  whereabouts: code.nullable().default(null),
  school: maybeText(80),
  contactsHidden: z.boolean().default(false).describe('address, telephone and school must stay hidden from others named here'),
});

/** Who reports. Kept in the vault; never part of any reply but the opening of the vault. */
export const reporter = z.object({
  name: maybeText(60),
  phone: maybeFolded(40),
  email: maybeFolded(120),
  organisation: maybeText(100),
  relation: maybeText(60),
});

export const reportInput = z.object({
  county: countyId,
  district: districtId.nullable().default(null),
  reporterKind: code.default('citizen'),
  reporter: reporter.prefault({}),
  wantsReply: z.boolean().default(false),
  occurredOn: maybeDate,
  occurredPrecision: z.enum(['minute', 'day', 'month', 'approximate', 'unknown']).default('unknown'),
  placeKind: code.nullable().default(null),
  place: maybeText(200),
  narrative: text(8000),
  situation: maybeText(2000),
  grounds: z.array(code).max(30).default([]),
  needs: z.array(code).max(20).default([]),
  immediateDanger: yesNo.default('unknown'),
  childrenInHome: yesNo.default('unknown'),
  answers: z.record(code, z.union([z.string().max(80), z.number(), z.boolean(), z.null()])).default({}),
  persons: z.array(reportedPerson).min(1).max(15),
});

/** What the hotline desk adds: through which channel it came and of which type it is. */
export const deskReportInput = reportInput.extend({
  channel,
  reportType: z.enum(['initial', 'followUp', 'final']).default('initial'),
});
export type ReportInput = z.output<typeof reportInput>;
export type DeskReportInput = z.output<typeof deskReportInput>;
export type ReportedPersonInput = z.output<typeof reportedPerson>;
