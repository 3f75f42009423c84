// Cases: lists by the nearest clock, the workspace, the timeline, the worklist of a day, and one way to act on a case.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { coded, countyId, districtId, id, label, nothing, page, pageOf, programmeId, queryFlag, version } from '../shapes/basic.ts';
import { caseCommand, newcomer } from '../shapes/case-command.ts';
import { allowedAction, caseRow, caseWorkspace, closedAction, timelineEntry } from '../shapes/case-view.ts';
import { day, instant } from '../shapes/date.ts';
import { addition, reportedPersonView } from '../shapes/desk-view.ts';
import { familyPicture } from '../shapes/family.ts';
import { band, caseSort, caseStatus, caseView, sex, yesNo } from '../shapes/vocabulary.ts';

const reading = ['casework', 'supervision', 'network', 'audit'] as const;

export const cases = {
  list: route({
    method: 'GET',
    path: '/cases',
    summary: 'Cases in reach, by the nearest clock',
    access: 'case.read',
    purpose: reading,
    problems: [],
    input: z.object({
      ...page,
      view: caseView.default('all'),
      programme: programmeId.optional(),
      status: caseStatus.optional(),
      risk: band.optional(),
      district: districtId.optional(),
      county: countyId.optional(),
      unitId: id.optional(),
      leadId: id.optional(),
      open: queryFlag.optional(),
      sort: caseSort.default('due'),
    }),
    output: pageOf(caseRow),
  }),
  views: route({
    method: 'GET',
    path: '/cases/views',
    summary: 'How many cases stand in each view',
    access: 'case.read',
    purpose: reading,
    problems: [],
    input: nothing,
    output: z.object({ views: z.array(z.object({ view: z.string(), count: z.number(), capped: z.boolean() })) }),
  }),
  worklist: route({
    method: 'GET',
    path: '/worklist',
    summary: 'What is due for me: clocks, approvals, referrals that came back, changes in my families',
    access: 'signedIn',
    purpose: reading,
    problems: [],
    input: nothing,
    output: z.object({
      due: z.array(
        z.object({
          caseId: id,
          number: z.string(),
          title: z.string().nullable(),
          programmeLabel: label,
          rule: z.string(),
          ruleLabel: label,
          basis: z.string(),
          due: instant,
          start: instant,
          does: z
            .object({ type: z.string(), label })
            .nullable()
            .describe('the act by which the clock is met, where the caller may do such acts'),
          gap: z.object({ at: instant, reason: label }).nullable().describe('the assessment that is due could not be done, and why'),
          escalatedTo: label.nullable().describe('the role that was told last, by the steps of the clock'),
        }),
      ),
      more: z.boolean().describe('more is due than is listed here'),
      drafts: z
        .array(
          z.object({
            caseId: id,
            number: z.string(),
            title: z.string().nullable(),
            type: z.string().describe('the act that was begun'),
            label,
            about: id.nullable().describe('the goal or the person it was begun from'),
            savedAt: instant,
          }),
        )
        .describe('what the caller began to record in a case and has not sent'),
      approvals: z.array(
        z.object({
          caseId: id,
          number: z.string(),
          title: z.string().nullable(),
          kind: z.string(),
          proposedBy: z.string(),
          proposedAt: instant,
        }),
      ),
      changes: z.array(
        z.object({ caseId: id, number: z.string(), title: z.string().nullable(), type: z.string(), label, at: instant, by: z.string() }),
      ),
      waiting: z.array(
        z.object({ caseId: id, number: z.string(), referralId: id, toUnit: z.string(), sentAt: instant, answerDue: instant }),
      ),
      team: z
        .array(
          z.object({
            accountId: id.nullable().describe('null: cases without a lead'),
            name: z.string().nullable(),
            open: z.number(),
            pressing: z.number().describe('of the two upper risk bands'),
            overdue: z.number(),
          }),
        )
        .describe('who leads how many open cases of the units one supervises; empty for others'),
      load: z.object({
        whose: z.enum(['own', 'unit']).describe('the cases one leads, or those of the units one supervises'),
        open: z.number(),
        capacity: z.number().nullable(),
        extreme: z.number(),
        high: z.number(),
        medium: z.number(),
        low: z.number(),
      }),
    }),
  }),
  one: route({
    method: 'GET',
    path: '/cases/{caseId}',
    summary: 'The workspace of one case',
    access: 'case.read',
    purpose: reading,
    problems: ['notFound'],
    input: z.object({ caseId: id }),
    output: caseWorkspace,
  }),
  timeline: route({
    method: 'GET',
    path: '/cases/{caseId}/timeline',
    summary: 'What happened, newest first',
    access: 'case.read',
    purpose: reading,
    problems: ['notFound'],
    input: z.object({ ...page, caseId: id, type: z.string().max(80).optional() }),
    output: pageOf(timelineEntry),
  }),
  family: route({
    method: 'GET',
    path: '/cases/{caseId}/family',
    summary: 'The family picture of a case',
    access: 'family.read',
    purpose: ['casework', 'supervision'],
    problems: ['notFound'],
    input: z.object({ caseId: id }),
    output: familyPicture,
  }),
  report: route({
    method: 'GET',
    path: '/cases/{caseId}/reports/{reportId}',
    summary: 'What was reported, for those who work on the case, with what was added since; never who reported',
    access: 'report.read',
    purpose: ['casework', 'supervision'],
    problems: ['notFound'],
    input: z.object({ caseId: id, reportId: id }),
    output: z.object({
      id,
      number: z.string(),
      receivedAt: instant,
      channel: z.string(),
      reporterKind: z.string(),
      occurredOn: day.nullable(),
      districtName: z.string().nullable(),
      place: z.string().nullable(),
      narrative: z.string(),
      situation: z.string().nullable(),
      grounds: z.array(coded),
      needs: z.array(coded),
      immediateDanger: yesNo,
      childrenInHome: yesNo,
      persons: z.array(reportedPersonView.omit({ match: true })),
      additions: z.array(addition),
      files: z.array(z.object({ id, name: z.string(), type: z.string(), bytes: z.number() })),
      mayAdd: z.boolean(),
    }),
  }),
  alike: route({
    method: 'POST',
    path: '/cases/{caseId}/alike',
    summary: 'Before somebody new is added: who of the people the asker sees may be them, and why',
    access: 'person.search',
    purpose: ['casework', 'supervision'],
    problems: ['notFound'],
    keyed: false,
    input: z.object({ caseId: id, given: newcomer }),
    output: z.object({
      rows: z.array(
        z.object({
          personId: id,
          name: z.string().nullable(),
          sex,
          birthDate: day.nullable(),
          sentence: label.describe('why, in words'),
        }),
      ),
    }),
  }),
  act: route({
    method: 'POST',
    path: '/cases/{caseId}/act',
    summary: 'Do one thing with a case; becomes one event if it is allowed now',
    access: 'case.read',
    purpose: ['casework', 'supervision', 'network'],
    problems: [
      'notFound',
      'versionConflict',
      'actionNotAllowed',
      'eventInvalid',
      'caseClosed',
      'assignmentConflict',
      'answersInvalid',
      'instrumentUnknown',
      'approvalAnswered',
      'reasonCodeNeeded',
      'conflictOfInterest',
      'referralAnswered',
    ],
    input: z.object({ caseId: id, version, command: caseCommand }),
    output: z.object({
      caseId: id,
      version: z.number(),
      eventId: id,
      status: caseStatus,
      stage: z.string(),
      allowed: z.array(allowedAction),
      closed: z.array(closedAction),
    }),
  }),
  workers: route({
    method: 'GET',
    path: '/cases/{caseId}/workers',
    summary: 'Who of the unit could lead, with load; and who of other units could help',
    access: 'case.share',
    purpose: ['supervision', 'casework'],
    problems: ['notFound'],
    input: z.object({ caseId: id }),
    output: z.object({
      workers: z.array(
        z.object({
          id,
          name: z.string(),
          title: z.string().nullable(),
          unitId: id,
          unitName: z.string(),
          openCases: z.number().nullable().describe('for whoever assigns; a worker sees only the own cases'),
          own: z.boolean(),
          mayLead: z.boolean().describe('of the unit, with the right to lead its cases'),
        }),
      ),
    }),
  }),
};
