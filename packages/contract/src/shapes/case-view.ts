// A case as it is shown: header, people, clocks, what is allowed now and why the rest is not, and its parts.
import { z } from 'zod';
import { assessmentGapView, assessmentView } from './assessment-view.ts';
import { coded, id, label } from './basic.ts';
import { caseMember, familyWord } from './case-member.ts';
import { clock } from './clock.ts';
import { day, instant } from './date.ts';
import { placementView } from './placement-view.ts';
import { supportCall } from './support-view.ts';
import { caseMove, caseTransfer, takenOver } from './transfer-view.ts';
import { band, caseSide, caseStatus, referralStatus } from './vocabulary.ts';

export const caseRow = z.object({
  id,
  number: z.string(),
  title: z.string().nullable(),
  programme: z.string(),
  programmeLabel: label,
  stage: z.string(),
  stageLabel: label,
  status: caseStatus,
  risk: band.nullable(),
  side: caseSide,
  districtName: z.string().nullable(),
  unitName: z.string(),
  leadId: id.nullable(),
  leadName: z.string().nullable(),
  receivedAt: instant,
  lastContactAt: instant.nullable(),
  nextDue: instant.nullable(),
  nextRule: label.nullable(),
  needs: z.array(z.string()),
  placed: z.number().describe('children of the case who are in placement'),
  version: z.number(),
});

const who = z.object({ id, name: z.string() });

export const allowedAction = z.object({ type: z.string(), label });
export const closedAction = z.object({ type: z.string(), label, why: label, opensAt: instant.nullable() });

const goalView = z.object({
  id,
  need: z.string(),
  goal: z.string().nullable(),
  measureOfSuccess: z.string().nullable(),
  status: z.enum(['active', 'achieved', 'partly', 'notAchieved', 'dropped']),
  dueOn: day.nullable(),
  reviewedAt: instant.nullable(),
  note: z.string().nullable(),
});
export const serviceView = z.object({
  id,
  service: z.string(),
  provider: z.string().nullable(),
  quantity: z.number().nullable(),
  at: instant,
  by: z.string(),
  goalId: id.nullable(),
  note: z.string().nullable(),
});
export const referralView = z.object({
  id,
  toUnit: z.string(),
  need: z.string(),
  fields: z.array(z.string()),
  message: z.string().nullable(),
  status: referralStatus,
  sentAt: instant,
  answerDue: instant,
  answeredAt: instant.nullable(),
  answer: z.string().nullable(),
  outcome: z.string().nullable(),
  version: z.number(),
});
export const shareView = z.object({
  id,
  to: z.string(),
  parts: z.array(z.string()),
  purpose: z.string(),
  legalBasis: z.string(),
  since: instant,
  until: instant,
  ended: z.boolean(),
});
export const fileView = z.object({
  id,
  name: z.string(),
  type: z.string(),
  bytes: z.number(),
  at: instant,
  by: z.string(),
  scan: z.enum(['pending', 'clean', 'infected', 'notScanned']),
});
export const approvalView = z.object({
  id,
  kind: z.enum(['opening', 'closing', 'transfer', 'move', 'plan']),
  proposedBy: z.string(),
  proposedAt: instant,
  decision: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  reason: z.string().nullable(),
});

/** A visit or contact that is planned and neither met nor cancelled; that its moment has passed is read from the clock. */
export const plannedVisit = z.object({
  id,
  kind: z.enum(['visit', 'contact']),
  method: z.string(),
  at: instant,
  minutes: z.number().nullable(),
  personIds: z.array(id),
  whom: z.array(z.string()).describe('the members who are meant, by name, as far as the viewer reads names'),
  accountId: id.describe('who goes'),
  account: z.string(),
  alongIds: z.array(id),
  along: z.array(z.string()).describe('who goes along, by name'),
  where: z
    .object({ kind: z.string(), value: z.string().nullable() })
    .nullable()
    .describe('a known address or number; not there when it is hidden from anybody, or not for the viewer'),
  place: z.string().nullable().describe('where, in words'),
  warnings: z.array(z.string()).describe('what whoever goes must heed, coded'),
  safety: z.string().nullable(),
  note: z.string().nullable(),
  moved: z.number().describe('how often it was moved'),
});

/** By field of the form that the programme has for the act. */
const formAnswers = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.object({ unknown: z.literal(true) })]),
);

export const timelineEntry = z.object({
  id,
  seq: z.number(),
  type: z.string(),
  label,
  at: instant.describe('when it happened'),
  recordedAt: instant,
  by: z.string(),
  facts: z.record(z.string(), z.unknown()),
  whom: z.array(z.string()).describe('accounts and units of which the event speaks, by name'),
  county: label.nullable().describe('the other county of which the event speaks'),
  text: z.string().nullable(),
  answers: formAnswers.describe('to the form of the act that wrote it; empty where there is none, or the viewer does not see it'),
  sealed: z.boolean().describe('there is a part that this viewer does not see'),
});

export const caseWorkspace = caseRow.extend({
  shared: z.boolean().describe('led by another unit than the viewer’s own'),
  programmeVersion: z.string(),
  supervisorName: z.string().nullable(),
  leadTelephone: z.string().nullable().describe('of the unit, with the extension of the lead'),
  unitId: id,
  acceptedAt: instant.nullable(),
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  closureCode: z.string().nullable(),
  related: z.boolean().describe('I am of the family, or have withdrawn: I read it on record and do nothing with it'),
  myRole: z.enum(['lead', 'collaborator', 'supervisor', 'unit', 'shared', 'emergency', 'other']),
  emergencyUntil: instant.nullable().describe('opened in an emergency, and until when; null otherwise'),
  parts: z.array(z.string()).describe('which parts of the file the viewer may read'),
  clocks: z.array(clock),
  allowed: z.array(allowedAction),
  closed: z.array(closedAction),
  members: z.array(caseMember),
  familyWords: z.array(familyWord).describe('what this case says of the family, latest first'),
  collaborators: z.array(
    who.extend({
      unitName: z.string(),
      telephone: z.string().nullable(),
      duty: z.string().nullable(),
      since: instant,
      until: instant.nullable(),
    }),
  ),
  reports: z.array(z.object({ id, number: z.string(), kind: z.string(), receivedAt: instant, band, grounds: z.array(z.string()) })),
  rhythm: z
    .object({
      rule: z.string(),
      level: label.nullable().describe('null: nothing has been assessed that says one'),
      visitsPerMonth: z.number().nullable(),
      limit: z.object({ amount: z.number().nullable(), kind: z.string() }),
    })
    .nullable()
    .describe('the clock that follows the level of service, and the level now; null: there is none, or its ground is not for the caller'),
  plan: z.object({ summary: z.string().nullable(), answers: formAnswers, reviewOn: day.nullable(), at: instant }).nullable(),
  assessments: z.array(assessmentView),
  assessmentGaps: z.array(assessmentGapView),
  planned: z
    .array(
      plannedVisit.extend({
        underWay: z
          .object({ departedAt: instant.nullable(), arrivedAt: instant.nullable(), leftAt: instant.nullable(), until: instant.nullable() })
          .describe('what was told of the way'),
      }),
    )
    .describe('what is to come, the nearest first'),
  supports: z.array(supportCall).describe('calls for support that are not over, for whoever works on the case or answers for it'),
  placements: z.array(placementView).describe('children kept away from home, for whoever works on the case or answers for it'),
  lastVain: z
    .object({
      at: instant,
      method: z.string(),
      outcome: z.string(),
      times: z.number().describe('visits in vain one after the other, up to this one'),
    })
    .nullable()
    .describe('the last visit, if nobody was met at it'),
  warnings: z.array(z.string()).describe('what whoever goes to the family must heed, as said last; for everybody who sees the case'),
  goals: z.array(goalView),
  services: z.array(serviceView),
  referrals: z.array(referralView),
  shares: z.array(shareView),
  files: z.array(fileView),
  approvals: z.array(approvalView),
  transfer: caseTransfer.nullable().describe('the last transfer to another county'),
  move: caseMove.nullable().describe('the last move to another unit of the county'),
  takenOver: takenOver.nullable().describe('the case of another county that it goes on from'),
  siblings: z
    .array(
      z.object({
        id,
        number: z.string(),
        programme: z.string(),
        programmeLabel: label,
        status: caseStatus,
        unitName: z.string(),
        leadName: z.string().nullable(),
        readable: z.boolean(),
      }),
    )
    .describe('other open cases of the same people, as far as the viewer may know'),
  choices: z
    .record(z.string(), z.array(coded.extend({ requires: label.optional().describe('what must hold before it may be chosen, in words') })))
    .describe('value sets that the commands need: needs, services, methods, outcomes, closure codes …'),
});
