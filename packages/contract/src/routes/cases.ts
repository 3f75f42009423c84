// Cases: lists by the nearest clock, the workspace, the timeline, the worklist of a day, and one way to act on a case.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { coded, countyId, districtId, id, label, nothing, page, pageOf, programmeId, queryFlag, version } from '../shapes/basic.ts';
import { birth } from '../shapes/birth.ts';
import { caseCommand, newcomer } from '../shapes/case-command.ts';
import { allowedAction, caseRow, caseWorkspace, closedAction, timelineEntry } from '../shapes/case-view.ts';
import { day, instant } from '../shapes/date.ts';
import { addition, reportedPersonView } from '../shapes/desk-view.ts';
import { familyPicture } from '../shapes/family.ts';
import { handedCase } from '../shapes/handed-case.ts';
import { clockTold, supportTold } from '../shapes/support-view.ts';
import { band, caseFlag, caseSort, caseStatus, caseView, sex, yesNo } from '../shapes/vocabulary.ts';
import { worklistView } from '../shapes/worklist-view.ts';

const reading = ['casework', 'supervision', 'network', 'audit'] as const;

/** Which cases are meant. */
const conditions = {
  view: caseView.default('all'),
  programme: programmeId.optional(),
  status: caseStatus.optional(),
  risk: band.optional(),
  district: districtId.optional(),
  county: countyId.optional(),
  unitId: id.optional(),
  leadId: id.optional(),
  open: queryFlag.optional(),
};
const count = { count: z.number(), capped: z.boolean().describe('there are more than the number says') };

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
      ...conditions,
      sort: caseSort.default('due'),
    }),
    output: pageOf(caseRow),
  }),
  count: route({
    method: 'GET',
    path: '/cases/count',
    summary: 'How many cases fit the conditions of the list, counted up to 999',
    access: 'case.read',
    purpose: reading,
    problems: [],
    input: z.object(conditions),
    output: z.object(count),
  }),
  flags: route({
    method: 'POST',
    path: '/cases/flags',
    summary: 'What marks the listed cases: worked on together, reported again, a child under six; only for what the caller may see of them',
    access: 'case.read',
    purpose: reading,
    problems: [],
    keyed: false,
    input: z.object({ ids: z.array(id).min(1).max(200) }),
    output: z.object({ cases: z.array(z.object({ caseId: id, flags: z.array(caseFlag) })) }),
  }),
  views: route({
    method: 'GET',
    path: '/cases/views',
    summary: 'How many cases stand in each view',
    access: 'case.read',
    purpose: reading,
    problems: [],
    input: nothing,
    output: z.object({ views: z.array(z.object({ view: caseView, ...count })) }),
  }),
  worklist: route({
    method: 'GET',
    path: '/worklist',
    summary: 'What is due for me: clocks, approvals, referrals that came back, changes in my families',
    access: 'signedIn',
    purpose: reading,
    problems: [],
    input: nothing,
    output: worklistView,
  }),
  supportsTold: route({
    method: 'GET',
    path: '/supports',
    summary: 'Calls for support that nobody took up and that were told above: who, since when and from where, and nothing of the case',
    access: 'support.told',
    purpose: ['supervision'],
    problems: [],
    input: nothing,
    output: z.object({ rows: z.array(supportTold) }),
  }),
  clocksTold: route({
    method: 'GET',
    path: '/clocks',
    summary: 'Time limits that have passed and were told above, as long as they run: whose and since when, and nothing of the case',
    access: 'clock.told',
    purpose: ['supervision'],
    problems: [],
    input: nothing,
    output: z.object({ rows: z.array(clockTold) }),
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
      handed: handedCase.nullable().describe('what came with a case of another county'),
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
          ...birth,
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
      reasons: z.array(coded).describe('for handing the lead over'),
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
