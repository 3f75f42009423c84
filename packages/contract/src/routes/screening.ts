// The desk: the queue by nearest clock and band, one report with everything that bears on it, and the proposal of the first officer.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { changed, coded, countyId, done, id, nothing, page, pageOf, programmeId, queryFlag, version } from '../shapes/basic.ts';
import { candidateView } from '../shapes/candidate.ts';
import { instant, instantInput } from '../shapes/date.ts';
import { deskReport, foundReports, presence, queueRow, restsOn, suggestion, unitChoice } from '../shapes/desk-view.ts';
import { earlierReportView, familyPicture, flagView } from '../shapes/family.ts';
import { code, maybeText, text } from '../shapes/text.ts';
import { backReason, band, bandSource, deskOutcome, learnedKind, reportPersonRole, saidBy, urgency } from '../shapes/vocabulary.ts';

const reportId = { reportId: id };

const lineInput = z.object({
  programme: programmeId,
  urgency,
  grade: z.enum(['L1', 'L2']).nullable().default(null),
  class: z.enum(['C1', 'C2', 'C3']).nullable().default(null),
  unitId: id,
  subjectPersonId: id.nullable().default(null).describe('the reported person (its id in the report) whom the case is about'),
});

export const screening = {
  queue: route({
    method: 'GET',
    path: '/screening/queue',
    summary: 'Reports that wait for a decision, by the nearest clock',
    access: 'report.read',
    purpose: ['screening', 'review', 'supervision'],
    problems: [],
    input: z.object({
      ...page,
      waitsFor: z.enum(['screening', 'review', 'correction']).optional().describe('left out: all that is open'),
      band: band.optional(),
      overdue: queryFlag.optional(),
    }),
    output: pageOf(queueRow),
  }),
  counts: route({
    method: 'GET',
    path: '/screening/counts',
    summary: 'How many wait, for what',
    access: 'report.read',
    purpose: ['screening', 'review', 'supervision'],
    problems: [],
    input: nothing,
    output: z.object({
      toScreen: z.number(),
      toReview: z.number(),
      returned: z.number(),
      disputed: z.number(),
      overdue: z.number(),
      dispatchedToday: z.number(),
      within24h: z.number().nullable(),
      nearestDue: instant.nullable(),
    }),
  }),
  find: route({
    method: 'POST',
    path: '/screening/find',
    summary: 'Reports that wait and name somebody called so; whom they mean need not be decided',
    access: 'report.read',
    purpose: ['screening', 'review', 'supervision'],
    problems: [],
    keyed: false,
    input: z.object({ text: text(120) }),
    output: foundReports,
  }),
  report: route({
    method: 'GET',
    path: '/screening/reports/{reportId}',
    summary: 'One report as the desk sees it',
    access: 'report.read',
    purpose: ['screening', 'review', 'dispatch', 'supervision'],
    problems: ['notFound'],
    input: z.object(reportId),
    output: deskReport,
  }),
  family: route({
    method: 'GET',
    path: '/screening/reports/{reportId}/family',
    summary: 'The family picture around a report; hits expire with the decision',
    access: 'family.read',
    purpose: ['screening', 'review', 'dispatch', 'supervision'],
    problems: ['notFound'],
    input: z.object(reportId),
    output: familyPicture.extend({
      candidates: z.array(candidateView),
      alike: z
        .array(z.object({ reportPersonId: id, masked: z.boolean(), n: z.number().int(), more: z.boolean(), shown: z.number().int() }))
        .describe('names that more people bear, or could bear, than are proposed: how many there are and how many are shown'),
    }),
  }),
  earlier: route({
    method: 'GET',
    path: '/screening/reports/{reportId}/earlier',
    summary: 'Earlier reports of the same people',
    access: 'report.read',
    purpose: ['screening', 'review', 'supervision'],
    problems: ['notFound'],
    input: z.object(reportId),
    output: z.object({ reports: z.array(earlierReportView) }),
  }),
  units: route({
    method: 'GET',
    path: '/screening/reports/{reportId}/units',
    summary: 'Units that could take a programme of a report: those that fit first, in the order of the proposal and with why',
    access: 'report.read',
    purpose: ['screening', 'review'],
    problems: ['notFound'],
    input: z.object({ ...reportId, programme: programmeId }),
    output: z.object({ units: z.array(unitChoice) }),
  }),
  attend: route({
    method: 'POST',
    path: '/screening/reports/{reportId}/presence',
    summary: 'I have this report open; who else has',
    access: 'report.read',
    purpose: ['screening', 'review'],
    problems: ['notFound'],
    keyed: false,
    input: z.object({ ...reportId, doing: z.enum(['reading', 'screening', 'reviewing']) }),
    output: z.object({ others: z.array(presence) }),
  }),
  leave: route({
    method: 'DELETE',
    path: '/screening/reports/{reportId}/presence',
    summary: 'I have closed this report',
    access: 'report.read',
    purpose: ['screening', 'review'],
    problems: ['notFound'],
    keyed: false,
    input: z.object(reportId),
    output: done,
  }),
  assess: route({
    method: 'POST',
    path: '/screening/reports/{reportId}/assess',
    summary: 'Confirm or correct what was reported; the triage rules read it again',
    access: 'report.screen',
    purpose: ['screening'],
    problems: ['notFound', 'versionConflict', 'reportDecided'],
    input: z.object({
      ...reportId,
      version,
      grounds: z.array(code).max(40),
      needs: z.array(code).max(30),
      immediateDanger: z.enum(['yes', 'no', 'unknown']),
      childrenInHome: z.enum(['yes', 'no', 'unknown']),
      persons: z
        .array(z.object({ id, role: reportPersonRole }))
        .max(15)
        .default([])
        .describe('whose role is another than reported'),
      band: z
        .object({ value: band, reason: text(400) })
        .nullable()
        .default(null),
    }),
    output: z.object({ version: z.number(), band, bandSource, nextDue: instant, suggestion }),
  }),
  evidence: route({
    method: 'POST',
    path: '/screening/reports/{reportId}/evidence',
    summary: 'Confirm or reject what the narrative proposes; only what is confirmed is read by the rules',
    access: 'report.screen',
    purpose: ['screening'],
    problems: ['notFound', 'versionConflict', 'reportDecided'],
    input: z.object({
      ...reportId,
      version,
      set: z.enum(['grounds', 'needType', 'immediateDanger', 'childrenInHome']),
      code,
      decision: z.enum(['confirmed', 'rejected']),
    }),
    output: z.object({ version: z.number(), band, bandSource, nextDue: instant, suggestion }),
  }),
  learn: route({
    method: 'POST',
    path: '/screening/reports/{reportId}/persons/{reportPersonId}/facts',
    summary: 'A fact of a reported person that was learned afterwards; the person is matched again with it',
    access: 'report.screen',
    purpose: ['screening'],
    problems: ['notFound', 'versionConflict', 'reportDecided'],
    input: z.object({
      ...reportId,
      reportPersonId: id,
      version,
      kind: learnedKind,
      value: text(200),
      hidden: z.boolean().default(false).describe('must stay hidden from the other side; contacts only'),
      saidBy,
      saidAt: instantInput.nullable().default(null).describe('when it was said; left out: now'),
      insteadOf: z
        .object({ factId: id, why: backReason })
        .nullable()
        .default(null)
        .describe('the fact of the same kind that this one corrects; it is taken back'),
    }),
    output: z.object({ factId: id, version: z.number(), band, bandSource, nextDue: instant }),
  }),
  unlearn: route({
    method: 'POST',
    path: '/screening/reports/{reportId}/facts/{factId}/take-back',
    summary: 'A learned fact was taken down wrongly; it stays on record, counts no more, and the person is matched again without it',
    access: 'report.screen',
    purpose: ['screening'],
    problems: ['notFound', 'versionConflict', 'reportDecided'],
    input: z.object({ ...reportId, factId: id, version, why: backReason }),
    output: z.object({ version: z.number(), band, bandSource, nextDue: instant }),
  }),
  propose: route({
    method: 'POST',
    path: '/screening/reports/{reportId}/propose',
    summary: 'The decision of the first officer; a choice that differs from the suggestion says why',
    access: 'report.screen',
    purpose: ['screening'],
    problems: [
      'notFound',
      'versionConflict',
      'routeUnknown',
      'reasonCodeNeeded',
      'reportDecided',
      'conflictOfInterest',
      'assignmentConflict',
    ],
    input: z.object({
      ...reportId,
      version,
      outcome: deskOutcome,
      reason: code.nullable().default(null),
      toCounty: countyId.nullable().default(null).describe('the county whose desk goes on with it, when that is why it is not accepted'),
      restsOn,
      band,
      lines: z.array(lineInput).max(8).default([]),
      differsReason: maybeText(1000),
      note: maybeText(2000),
      hitsSeen: z.array(id).max(200).default([]),
      flagsSeen: z.array(id).max(200).default([]),
    }),
    output: z.object({ proposalId: id, version: z.number(), needsReview: z.boolean(), reviewRule: coded, dispatchIds: z.array(id) }),
  }),
  openReporter: route({
    method: 'POST',
    path: '/screening/reports/{reportId}/reporter',
    summary: 'Open the identity of the reporter; each opening is logged with its reason',
    access: 'reporter.open',
    purpose: ['intake', 'screening', 'review'],
    problems: ['notFound'],
    keyed: false,
    input: z.object({ ...reportId, reason: text(400) }),
    output: z.object({
      name: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      organisation: z.string().nullable(),
      relation: z.string().nullable(),
    }),
  }),
  openFlag: route({
    method: 'POST',
    path: '/screening/reports/{reportId}/flags/{flagId}',
    summary: 'Open a sensitive flag with a reason',
    access: 'family.read',
    purpose: ['screening', 'review'],
    problems: ['notFound'],
    keyed: false,
    input: z.object({ ...reportId, flagId: id, reason: text(400) }),
    output: flagView,
  }),
  readAdditions: route({
    method: 'POST',
    path: '/screening/reports/{reportId}/additions/read',
    summary: 'The additions have been read',
    access: 'report.screen',
    purpose: ['screening', 'review'],
    problems: ['notFound'],
    keyed: false,
    input: z.object(reportId),
    output: changed,
  }),
};
