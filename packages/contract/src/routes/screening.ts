// The desk: the queue by nearest clock and band, one report with everything that bears on it, and the proposal of the first officer.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { changed, coded, done, id, label, nothing, page, pageOf, programmeId, queryFlag, version } from '../shapes/basic.ts';
import { clock } from '../shapes/clock.ts';
import { day, instant } from '../shapes/date.ts';
import { earlierReportView, familyPicture, flagView } from '../shapes/family.ts';
import { code, maybeText, text } from '../shapes/text.ts';
import { band, bandSource, deskOutcome, dispatchStatus, reportPersonRole, reportStatus, sex, urgency } from '../shapes/vocabulary.ts';
import { candidateView } from './matching.ts';

const reportId = { reportId: id };

export const presence = z.object({ accountId: id, name: z.string(), doing: z.enum(['reading', 'screening', 'reviewing']), since: instant });

export const queueRow = z.object({
  id, number: z.string(), title: z.string().nullable().describe('the subject, or null where unnamed'), channel: z.string(), reporterKind: z.string(),
  districtName: z.string().nullable(), receivedAt: instant, band, bandSource, status: reportStatus, nextDue: instant, deskDue: instant,
  priorReports: z.number(), grounds: z.array(z.string()), newEvidence: z.boolean(), present: z.array(presence), proposedBy: z.string().nullable(), version: z.number(),
}); // biome-ignore format: few lines

/** Why a unit is proposed: the row of the route table, the district and the load. */
export const routeExplanation = z.object({
  unitId: id, unitName: z.string(), routeId: id.nullable(), district: z.string().nullable(), priority: z.number(), openCases: z.number(), capacity: z.number().nullable(),
  reasons: z.array(coded), alternatives: z.array(z.object({ unitId: id, unitName: z.string(), openCases: z.number(), capacity: z.number().nullable(), priority: z.number() })),
}); // biome-ignore format: few lines

/** What the triage rules propose: programmes, urgency, band, who must look again, and by which rule. Never a score. */
export const suggestion = z.object({
  ruleVersion: z.string(), rules: z.array(coded.extend({ basis: z.string().nullable() })), outcome: deskOutcome, band, urgency,
  lines: z.array(z.object({ programme: programmeId, programmeLabel: label, urgency, grade: z.string().nullable(), route: routeExplanation.nullable() })),
  reviewRequired: z.boolean(), reviewRule: coded,
}); // biome-ignore format: few lines

const lineInput = z.object({
  programme: programmeId, urgency, grade: z.enum(['L1', 'L2']).nullable().default(null), class: z.enum(['C1', 'C2', 'C3']).nullable().default(null),
  unitId: id, subjectPersonId: id.nullable().default(null).describe('the reported person (its id in the report) whom the case is about'),
}); // biome-ignore format: few lines

export const proposalView = z.object({
  id, round: z.number(), outcome: deskOutcome, reason: z.string().nullable(), band, bandSource, differs: z.boolean(), differsReason: z.string().nullable(), note: z.string().nullable(),
  proposedBy: z.object({ id, name: z.string() }), proposedAt: instant, needsReview: z.boolean(), reviewRule: coded, suggestion,
  lines: z.array(z.object({ id, programme: z.string(), programmeLabel: label, urgency, grade: z.string().nullable(), class: z.string().nullable(), unitId: id, unitName: z.string(), proposedUnitId: id.nullable(), route: routeExplanation.nullable(), subjectPersonId: id.nullable() })),
  review: z.object({ decision: z.enum(['confirmed', 'changed', 'sentBack']), reason: z.string().nullable(), by: z.string(), at: instant }).nullable(),
}); // biome-ignore format: few lines

export const reportedPersonView = z.object({
  id, role: reportPersonRole, name: z.string().nullable(), sex, birthDate: day.nullable(), ageApproximate: z.number().nullable(), identifierGiven: z.boolean(), phones: z.array(z.string()), addresses: z.array(z.string()),
  relationToSubject: z.string().nullable(), whereabouts: z.string().nullable(), school: z.string().nullable(), personId: id.nullable(), match: z.enum(['confirmed', 'candidates', 'new', 'unidentifiable']),
}); // biome-ignore format: few lines

export const deskReport = z.object({
  id, number: z.string(), county: z.string(), districtName: z.string().nullable(), channel: z.string(), reporterKind: z.string(), mandatory: z.boolean(), wantsReply: z.boolean(), reportType: z.string(),
  receivedAt: instant, occurredOn: day.nullable(), occurredPrecision: z.string(), placeKind: z.string().nullable(), place: z.string().nullable(), situation: z.string().nullable(),
  narrative: z.string(), evidence: z.array(z.object({ kind: z.enum(['person', 'place', 'time', 'danger']), start: z.number(), end: z.number() })),
  grounds: z.array(coded), needs: z.array(coded), answers: z.record(z.string(), z.unknown()), immediateDanger: z.string(), childrenInHome: z.string(),
  status: reportStatus, band, bandSource, bandReasons: z.array(coded), clocks: z.array(clock), priorReports: z.number(), missing: z.array(coded).describe('what completeness still asks for'),
  persons: z.array(reportedPersonView), additions: z.array(z.object({ id, at: instant, origin: z.enum(['reporter', 'desk', 'feed']), text: z.string(), raisedBand: band.nullable(), readAt: instant.nullable() })),
  files: z.array(z.object({ id, name: z.string(), type: z.string(), bytes: z.number(), scan: z.string() })), suggestion, proposal: proposalView.nullable(),
  dispatches: z.array(z.object({ id, programme: z.string(), unitName: z.string(), status: dispatchStatus, sentAt: instant, acceptDue: instant, caseId: id.nullable() })),
  present: z.array(presence), mayPropose: z.object({ allowed: z.boolean(), why: coded.nullable() }), mayReview: z.object({ allowed: z.boolean(), why: coded.nullable() }), version: z.number(),
}); // biome-ignore format: few lines

export const screening = {
  queue: route({
    method: 'GET', path: '/screening/queue', summary: 'Reports that wait for a decision, by the nearest clock', access: 'report.read', purpose: ['screening', 'review', 'supervision'], problems: [],
    input: z.object({ ...page, status: reportStatus.optional(), band: band.optional(), overdue: queryFlag.optional() }), output: pageOf(queueRow),
  }),
  counts: route({
    method: 'GET', path: '/screening/counts', summary: 'How many wait, for what', access: 'report.read', purpose: ['screening', 'review', 'supervision'], problems: [], input: nothing,
    output: z.object({ toScreen: z.number(), toReview: z.number(), returned: z.number(), disputed: z.number(), overdue: z.number(), dispatchedToday: z.number(), within24h: z.number().nullable(), nearestDue: instant.nullable() }),
  }),
  report: route({
    method: 'GET', path: '/screening/reports/{reportId}', summary: 'One report as the desk sees it', access: 'report.read', purpose: ['screening', 'review', 'dispatch', 'supervision'], problems: ['notFound'],
    input: z.object(reportId), output: deskReport,
  }),
  family: route({
    method: 'GET', path: '/screening/reports/{reportId}/family', summary: 'The family picture around a report; hits expire with the decision', access: 'family.read', purpose: ['screening', 'review', 'dispatch', 'supervision'], problems: ['notFound'],
    input: z.object(reportId), output: familyPicture.extend({ candidates: z.array(candidateView) }),
  }),
  earlier: route({
    method: 'GET', path: '/screening/reports/{reportId}/earlier', summary: 'Earlier reports of the same people', access: 'report.read', purpose: ['screening', 'review', 'supervision'], problems: ['notFound'],
    input: z.object(reportId), output: z.object({ reports: z.array(earlierReportView) }),
  }),
  attend: route({
    method: 'POST', path: '/screening/reports/{reportId}/presence', summary: 'I have this report open; who else has', access: 'report.read', purpose: ['screening', 'review'], problems: ['notFound'], keyed: false,
    input: z.object({ ...reportId, doing: z.enum(['reading', 'screening', 'reviewing']) }), output: z.object({ others: z.array(presence) }),
  }),
  leave: route({
    method: 'DELETE', path: '/screening/reports/{reportId}/presence', summary: 'I have closed this report', access: 'report.read', purpose: ['screening', 'review'], problems: [], keyed: false,
    input: z.object(reportId), output: done,
  }),
  assess: route({
    method: 'POST', path: '/screening/reports/{reportId}/assess', summary: 'Confirm or correct what was reported; the triage rules read it again', access: 'report.screen', purpose: ['screening'],
    problems: ['notFound', 'versionConflict', 'reportDecided'],
    input: z.object({ ...reportId, version, grounds: z.array(code).max(40), needs: z.array(code).max(30), immediateDanger: z.enum(['yes', 'no', 'unknown']), childrenInHome: z.enum(['yes', 'no', 'unknown']), band: z.object({ value: band, reason: text(400) }).nullable().default(null) }),
    output: z.object({ version: z.number(), band, bandSource, nextDue: instant, suggestion }),
  }),
  propose: route({
    method: 'POST', path: '/screening/reports/{reportId}/propose', summary: 'The decision of the first officer; a choice that differs from the suggestion says why', access: 'report.screen', purpose: ['screening'],
    problems: ['notFound', 'versionConflict', 'routeUnknown', 'reasonCodeNeeded', 'reportDecided', 'conflictOfInterest', 'assignmentConflict'],
    input: z.object({ ...reportId, version, outcome: deskOutcome, reason: code.nullable().default(null), band, lines: z.array(lineInput).max(8).default([]), differsReason: maybeText(1000), note: maybeText(2000), hitsSeen: z.array(id).max(200).default([]), flagsSeen: z.array(id).max(200).default([]) }),
    output: z.object({ proposalId: id, version: z.number(), needsReview: z.boolean(), reviewRule: coded, dispatchIds: z.array(id) }),
  }),
  openReporter: route({
    method: 'POST', path: '/screening/reports/{reportId}/reporter', summary: 'Open the identity of the reporter; each opening is logged with its reason', access: 'reporter.open', purpose: ['intake', 'screening', 'review'], problems: ['notFound'], keyed: false,
    input: z.object({ ...reportId, reason: text(400) }),
    output: z.object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable(), organisation: z.string().nullable(), relation: z.string().nullable() }),
  }),
  openFlag: route({
    method: 'POST', path: '/screening/reports/{reportId}/flags/{flagId}', summary: 'Open a sensitive flag with a reason', access: 'family.read', purpose: ['screening', 'review'], problems: ['notFound'], keyed: false,
    input: z.object({ ...reportId, flagId: id, reason: text(400) }), output: flagView,
  }),
  readAdditions: route({
    method: 'POST', path: '/screening/reports/{reportId}/additions/read', summary: 'The additions have been read', access: 'report.screen', purpose: ['screening', 'review'], problems: ['notFound'], keyed: false,
    input: z.object(reportId), output: changed,
  }),
}; // biome-ignore format: one route, few lines
