// Nobody works on the own family: a worker withdraws from one report or case, or gives the own national ID once, by which the system knows. Somebody else may lift it.
import { recusalGroundIds } from '@anwang/core/access';
import { z } from 'zod';
import { route } from '../route/index.ts';
import { coded, done, id, nothing, page, pageOf } from '../shapes/basic.ts';
import { instant } from '../shapes/date.ts';
import { text } from '../shapes/text.ts';

const ground = z.enum(recusalGroundIds);
const recusal = z.object({
  id,
  kind: z.enum(['report', 'case']),
  targetId: id,
  number: z.string(),
  ground: coded.describe('with the paragraph of law it rests on'),
  declaredAt: instant,
});

export const recusals = {
  fromReport: route({
    method: 'POST',
    path: '/recusals/report',
    summary: 'Withdraw from a report: I am of the family',
    access: 'report.read',
    purpose: ['screening', 'review', 'dispatch', 'supervision', 'casework'],
    problems: ['notFound'],
    input: z.object({ reportId: id, ground }),
    output: done,
  }),
  fromCase: route({
    method: 'POST',
    path: '/recusals/case',
    summary: 'Withdraw from a case: I am of the family; the supervisor is told',
    access: 'case.read',
    purpose: ['casework', 'supervision', 'network', 'dispatch'],
    problems: ['notFound'],
    input: z.object({ caseId: id, ground }),
    output: done,
  }),
  own: route({
    method: 'GET',
    path: '/session/recusals',
    summary: 'From what I have withdrawn, and whether my own national ID is known',
    access: 'account.self',
    purpose: ['self'],
    problems: [],
    input: nothing,
    output: z.object({
      number: z.object({ since: instant, ending: z.string().describe('its last three characters') }).nullable(),
      rows: z.array(recusal),
    }),
  }),
  giveNumber: route({
    method: 'PUT',
    path: '/session/own-number',
    summary: 'Give the own national ID: for keeping me from my own family, and for nothing else',
    access: 'account.self',
    purpose: ['self'],
    problems: ['idNumberMalformed', 'idNumberCheckDigit'],
    rateLimit: 'signIn',
    input: z.object({ nationalId: text(20) }),
    output: done,
  }),
  takeNumber: route({
    method: 'DELETE',
    path: '/session/own-number',
    summary: 'Forget the own national ID',
    access: 'account.self',
    purpose: ['self'],
    problems: ['notFound'],
    keyed: false,
    input: nothing,
    output: done,
  }),
  list: route({
    method: 'GET',
    path: '/recusals',
    summary: 'Who has withdrawn from what, in my reach',
    access: 'recusal.lift',
    purpose: ['supervision'],
    problems: [],
    input: z.object(page),
    output: pageOf(recusal.extend({ accountId: id, accountName: z.string() })),
  }),
  lift: route({
    method: 'POST',
    path: '/recusals/{recusalId}/lift',
    summary: 'Lift the withdrawal of somebody else, with a reason',
    access: 'recusal.lift',
    purpose: ['supervision'],
    problems: ['notFound'],
    input: z.object({
      recusalId: id,
      why: z
        .string()
        .max(1000)
        .pipe(text(500))
        .refine((said) => said.length >= 10, { message: 'tooShort' }),
    }),
    output: done,
  }),
};
