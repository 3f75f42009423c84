// A worker's day as it is shown: what is due and why, what is planned and was recorded, what others did, what is waited for, the load.
import { z } from 'zod';
import { id, label } from './basic.ts';
import { plannedVisit } from './case-view.ts';
import { instant } from './date.ts';

export const worklistView = z.object({
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
      acute: z.boolean().describe('limited in hours: it stands before whatever is counted in days, however late that is'),
      does: z
        .object({ type: z.string(), label })
        .nullable()
        .describe('the act by which the clock is met, where the caller may do such acts'),
      gap: z.object({ at: instant, reason: label }).nullable().describe('the assessment that is due could not be done, and why'),
      startedBy: label.nullable().describe('what started the clock, or this round of it'),
      awaits: label.nullable().describe('what would end it'),
      tried: z
        .object({ at: instant, outcome: z.string(), method: z.string() })
        .nullable()
        .describe('the last time since the clock runs that somebody was sought and not met'),
      plans: z.boolean().describe('the clock asks for a visit or a contact, and the caller may plan one'),
      plannedAt: instant.nullable().describe('when the next one is planned'),
      escalatedTo: label.nullable().describe('the role that was told last, by the steps of the clock'),
    }),
  ),
  supports: z
    .array(
      z.object({
        caseId: id,
        number: z.string(),
        title: z.string().nullable(),
        callId: id,
        by: z.string(),
        byTelephone: z.string().nullable(),
        own: z.boolean().describe('the viewer called'),
        at: instant,
        due: instant,
      }),
    )
    .describe('calls for support that nobody has taken up: in the own cases and in those of the units one supervises'),
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
      kind: z.string().describe('opening, shortTerm, notOpened, closing, transfer, move'),
      proposedBy: z.string(),
      proposedAt: instant,
    }),
  ),
  changes: z.array(
    z.object({ caseId: id, number: z.string(), title: z.string().nullable(), type: z.string(), label, at: instant, by: z.string() }),
  ),
  day: z.object({
    planned: z
      .array(
        plannedVisit.extend({
          caseId: id,
          number: z.string(),
          title: z.string().nullable(),
          until: instant.nullable().describe('by when whoever is there means to have left'),
          goes: z.boolean(),
        }),
      )
      .describe('what is planned and not met, the last two weeks and the next two; `goes` false: the caller goes along'),
    recorded: z
      .array(
        z.object({
          id,
          caseId: id,
          number: z.string(),
          title: z.string().nullable(),
          kind: z.enum(['visit', 'contact']),
          method: z.string(),
          outcome: z.string(),
          at: instant,
          minutes: z.number().nullable(),
        }),
      )
      .describe('what the caller recorded as of today'),
  }),
  waiting: z.array(
    z.object({
      caseId: id,
      number: z.string(),
      title: z.string().nullable(),
      need: z.string(),
      referralId: id,
      toUnit: z.string(),
      sentAt: instant,
      answerDue: instant,
    }),
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
    visited: z.number().nullable().describe('of the own families, how many were seen at a visit this month; null for a unit'),
    extreme: z.number(),
    high: z.number(),
    medium: z.number(),
    low: z.number(),
  }),
});
