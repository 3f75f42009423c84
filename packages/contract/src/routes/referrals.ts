// The partner's side: only what was sent, why, and the answer.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { id, label, page, pageOf, version } from '../shapes/basic.ts';
import { instant } from '../shapes/date.ts';
import { maybeText, text } from '../shapes/text.ts';
import { referralStatus } from '../shapes/vocabulary.ts';

const row = z.object({
  id,
  need: z.string(),
  name: z.string().nullable().describe('whom it is about, where the name was sent along'),
  fromUnit: z.string(),
  programmeLabel: label,
  status: referralStatus,
  sentAt: instant,
  answerDue: instant,
  firstDue: instant.nullable().describe('what was told when it was sent, where the office calendar has moved it since'),
  version: z.number(),
});

export const referrals = {
  list: route({
    method: 'GET',
    path: '/referrals',
    summary: 'Referrals to the own unit',
    access: 'referral.answer',
    purpose: ['network', 'casework'],
    problems: [],
    input: z.object({ ...page, status: referralStatus.optional() }),
    output: pageOf(row),
  }),
  one: route({
    method: 'GET',
    path: '/referrals/{referralId}',
    summary: 'What was sent, and on which ground',
    access: 'referral.answer',
    purpose: ['network', 'casework'],
    problems: ['notFound'],
    input: z.object({ referralId: id }),
    output: row.extend({
      fields: z.array(z.object({ field: z.string(), label, value: z.string() })),
      message: z.string().nullable(),
      sentBy: z.string().nullable().describe('who to ask'),
      callback: z.string().nullable().describe('where to ask, in the words of the sender'),
      telephone: z.string().nullable().describe('of the unit that sent it, with the extension of the sender'),
      why: label,
      answer: z.string().nullable(),
      answeredAt: instant.nullable(),
      outcome: z.string().nullable(),
    }),
  }),
  answer: route({
    method: 'POST',
    path: '/referrals/{referralId}/answer',
    summary: 'Take it, decline it, or say what came of it',
    access: 'referral.answer',
    purpose: ['network', 'casework'],
    problems: ['notFound', 'versionConflict', 'referralAnswered', 'reasonCodeNeeded'],
    input: z.object({
      referralId: id,
      version,
      answer: z.enum(['accepted', 'declined', 'completed', 'returned']),
      outcome: maybeText(80),
      note: text(2000),
    }),
    output: z.object({ id, version: z.number(), status: referralStatus }),
  }),
};
