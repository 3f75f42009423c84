// What was sent to a unit: its inbox, accepting, one dispute, and the arbiter with a clock.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { coded, id, label, nothing, page, pageOf, version } from '../shapes/basic.ts';
import { clock } from '../shapes/clock.ts';
import { instant } from '../shapes/date.ts';
import { reportedPersonView, routeExplanation, unitChoice } from '../shapes/desk-view.ts';
import { familyPicture } from '../shapes/family.ts';
import { handedCase } from '../shapes/handed-case.ts';
import { offered, offeredRow } from '../shapes/move-view.ts';
import { code, maybeText, text } from '../shapes/text.ts';
import { band, dispatchStatus, inboxView, urgency } from '../shapes/vocabulary.ts';

const dispatchRow = z.object({
  id,
  reportId: id,
  reportNumber: z.string(),
  title: z.string().nullable(),
  programme: z.string(),
  programmeLabel: label,
  district: z.string().nullable(),
  districtName: z.string().nullable(),
  unitId: id,
  unitName: z.string(),
  urgency,
  band,
  grade: z.string().nullable(),
  class: z.string().nullable(),
  firstDuty: z
    .object({ label, due: instant })
    .nullable()
    .describe('what the case owes while it waits for the unit: the nearest of the clocks that started with the report or the dispatch'),
  status: dispatchStatus,
  toldAs: z
    .enum(['case', 'report'])
    .nullable()
    .describe('sent to be added to a case of the unit: the desk found the family in service, or the event told before'),
  sentAt: instant,
  acceptDue: instant,
  arbiterDue: instant.nullable(),
  disputeReason: z.string().nullable(),
  caseId: id.nullable(),
  version: z.number(),
});

/** The report behind a dispatch and the family around it, as far as the asker may see them. */
const whatWasReported = {
  joins: z
    .object({ caseId: id, number: z.string(), leadName: z.string().nullable() })
    .nullable()
    .describe('the case of the unit to which it is to be added'),
  narrative: z.string(),
  place: z.string().nullable(),
  situation: z.string().nullable(),
  handed: handedCase.nullable().describe('what came with a case of another county'),
  receivedAt: instant,
  channel: z.string(),
  reporterKind: z.string(),
  grounds: z.array(coded),
  needs: z.array(coded),
  persons: z.array(reportedPersonView),
  route: routeExplanation.nullable(),
  files: z.array(z.object({ id, name: z.string(), type: z.string(), bytes: z.number() })),
  sentBy: z.string(),
  about: z.string().nullable().describe('whom the case would be about; null where it is about a household'),
  family: familyPicture,
};

const dispatched = z.object({ dispatchId: id, status: dispatchStatus, version: z.number() });

const answeredMove = z.object({ moveId: id, status: z.string(), version: z.number() });

export const dispatch = {
  moves: route({
    method: 'GET',
    path: '/dispatch/moves',
    summary: 'Cases of other units of the county that wait for the own unit',
    access: 'case.accept',
    purpose: ['dispatch', 'supervision'],
    problems: [],
    input: nothing,
    output: z.object({ rows: z.array(offeredRow) }),
  }),
  move: route({
    method: 'GET',
    path: '/dispatch/moves/{moveId}',
    summary: 'One such case, as its unit wrote it for whoever may take it',
    access: 'case.accept',
    purpose: ['dispatch', 'supervision'],
    problems: ['notFound'],
    input: z.object({ moveId: id }),
    output: offeredRow.extend({
      offered: offered.nullable().describe('null: erased since'),
      workers: z.array(z.object({ id, name: z.string(), openCases: z.number() })),
    }),
  }),
  takeMove: route({
    method: 'POST',
    path: '/dispatch/moves/{moveId}/accept',
    summary: 'Take the case and name who leads it',
    access: 'case.accept',
    purpose: ['dispatch', 'supervision'],
    problems: ['notFound', 'versionConflict', 'assignmentConflict', 'conflictOfInterest', 'programmeUnknown'],
    input: z.object({ moveId: id, version, workerId: id, note: maybeText(1000) }),
    output: answeredMove.extend({ caseId: id, caseNumber: z.string() }),
  }),
  returnMove: route({
    method: 'POST',
    path: '/dispatch/moves/{moveId}/return',
    summary: 'Not for this unit: with a coded reason and words; the case stays where it is',
    access: 'case.accept',
    purpose: ['dispatch', 'supervision'],
    problems: ['notFound', 'versionConflict', 'conflictOfInterest'],
    input: z.object({ moveId: id, version, reason: code, note: text(1000) }),
    output: answeredMove,
  }),
  inbox: route({
    method: 'GET',
    path: '/dispatch/inbox',
    summary: 'What was sent to the own unit',
    access: 'case.accept',
    purpose: ['dispatch', 'supervision'],
    problems: [],
    input: z.object({ ...page, view: inboxView.default('open') }),
    output: pageOf(dispatchRow),
  }),
  one: route({
    method: 'GET',
    path: '/dispatch/{dispatchId}',
    summary: 'One dispatch with the report as far as the unit may see it',
    access: 'case.accept',
    purpose: ['dispatch', 'supervision'],
    problems: ['notFound'],
    input: z.object({ dispatchId: id }),
    output: dispatchRow.extend({
      ...whatWasReported,
      clocks: z.array(clock),
      workers: z.array(z.object({ id, name: z.string(), openCases: z.number() })),
      ruling: z
        .object({ reason: z.string(), by: z.string(), at: instant })
        .nullable()
        .describe('what the arbiter said: of this dispatch, or of the one from which it was redirected here'),
      withdrawn: z.boolean().describe('whoever looks is of the family, or has withdrawn from it: somebody else of the unit answers'),
      mayAccept: z.boolean(),
      mayDispute: z.boolean(),
    }),
  }),
  accept: route({
    method: 'POST',
    path: '/dispatch/{dispatchId}/accept',
    summary: 'Take the case; optionally name its worker at once',
    access: 'case.accept',
    purpose: ['dispatch', 'supervision'],
    problems: ['notFound', 'versionConflict', 'dispatchAnswered', 'assignmentConflict', 'conflictOfInterest'],
    input: z.object({
      dispatchId: id,
      version,
      workerId: id.nullable().default(null),
      joinCaseId: id.nullable().default(null).describe('an open case of the same programme to which the report is added'),
    }),
    output: dispatched.extend({ caseId: id, caseNumber: z.string() }),
  }),
  dispute: route({
    method: 'POST',
    path: '/dispatch/{dispatchId}/dispute',
    summary: 'Not ours: once, with a reason; the arbiter decides by a clock',
    access: 'case.accept',
    purpose: ['dispatch', 'supervision'],
    problems: ['notFound', 'versionConflict', 'dispatchAnswered', 'disputeUsed', 'conflictOfInterest'],
    input: z.object({ dispatchId: id, version, reason: code, note: text(1000), betterUnitId: id.nullable().default(null) }),
    output: dispatched.extend({ arbiterDue: instant }),
  }),
  disputes: route({
    method: 'GET',
    path: '/dispatch/disputes',
    summary: 'Disputes that wait for the arbiter',
    access: 'report.arbitrate',
    purpose: ['dispatch'],
    problems: [],
    input: z.object(page),
    output: pageOf(dispatchRow.extend({ disputedBy: z.string() })),
  }),
  disputed: route({
    method: 'GET',
    path: '/dispatch/disputes/{dispatchId}',
    summary: 'One dispute with what it takes to rule on it: the report, the family, the units and their load',
    access: 'report.arbitrate',
    purpose: ['dispatch'],
    problems: ['notFound'],
    input: z.object({ dispatchId: id }),
    output: dispatchRow.extend({
      ...whatWasReported,
      disputedBy: z.string(),
      note: z.string().nullable(),
      betterUnitId: id.nullable().describe('the unit that the disputing one names as the right one'),
      units: z.array(unitChoice),
    }),
  }),
  arbitrate: route({
    method: 'POST',
    path: '/dispatch/{dispatchId}/arbitrate',
    summary: 'The arbiter upholds or redirects; final',
    access: 'report.arbitrate',
    purpose: ['dispatch'],
    problems: ['notFound', 'versionConflict', 'dispatchAnswered', 'routeUnknown', 'reasonCodeNeeded', 'conflictOfInterest'],
    input: z.object({
      dispatchId: id,
      version,
      outcome: z.enum(['upheld', 'redirected']),
      unitId: id.nullable().default(null),
      reason: text(1000),
      note: maybeText(1000),
    }),
    output: dispatched.extend({ redirectedTo: id.nullable() }),
  }),
};
