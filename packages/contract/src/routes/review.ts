// The second person: sees what the first saw, never decides on the own proposal nor on relatives, and sends the report on its way.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { countyId, id, page, pageOf, programmeId, version } from '../shapes/basic.ts';
import { instant } from '../shapes/date.ts';
import { queueRow, restsOn } from '../shapes/desk-view.ts';
import { code, maybeText } from '../shapes/text.ts';
import { band, deskOutcome, urgency } from '../shapes/vocabulary.ts';

const change = z.object({
  outcome: deskOutcome,
  reason: code.nullable().default(null),
  toCounty: countyId.nullable().default(null),
  restsOn,
  band,
  lines: z
    .array(
      z.object({
        programme: programmeId,
        urgency,
        grade: z.enum(['L1', 'L2']).nullable().default(null),
        class: z.enum(['C1', 'C2', 'C3']).nullable().default(null),
        unitId: id,
        subjectPersonId: id.nullable().default(null),
      }),
    )
    .max(8),
  note: maybeText(2000).describe('told to the other county with a case of its that is returned'),
});

export const review = {
  queue: route({
    method: 'GET',
    path: '/review/queue',
    summary: 'Proposals that wait for a second person',
    access: 'report.review',
    purpose: ['review'],
    problems: [],
    input: z.object(page),
    output: pageOf(
      queueRow.extend({
        outcome: deskOutcome,
        proposedAt: instant,
        reviewRule: z.string(),
        own: z.boolean().describe('the own proposal: may not be reviewed'),
      }),
    ),
  }),
  decide: route({
    method: 'POST',
    path: '/review/reports/{reportId}/decide',
    summary: 'Confirm, change or send back; confirming dispatches',
    access: 'report.review',
    purpose: ['review'],
    problems: [
      'notFound',
      'versionConflict',
      'reviewerIsProposer',
      'conflictOfInterest',
      'reportDecided',
      'reasonCodeNeeded',
      'routeUnknown',
      'assignmentConflict',
    ],
    input: z.object({
      reportId: id,
      proposalId: id,
      version,
      decision: z.enum(['confirmed', 'changed', 'sentBack']),
      reason: maybeText(1000),
      change: change.nullable().default(null),
    }),
    output: z.object({ reportId: id, version: z.number(), dispatchIds: z.array(id) }),
  }),
};
