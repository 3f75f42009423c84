// What is told to me inside the product: to my account, or to a post that I hold. Ids and codes only; what a notice leads to is opened under my own rights.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { id, label, nothing, page, pageOf, queryFlag } from '../shapes/basic.ts';
import { instant } from '../shapes/date.ts';

const self = ['self'] as const;

const noticeRow = z.object({
  id,
  kind: z.string(),
  label,
  urgent: z.boolean(),
  at: instant,
  about: label.nullable().describe('the clock or programme it speaks of'),
  ref: z.string().nullable().describe('number of the case or report'),
  due: instant.nullable(),
  leadsTo: z.object({
    to: z.enum(['start', 'recovery', 'account', 'case', 'report', 'inbox', 'arbitration', 'person', 'breakGlass', 'referral', 'rules']),
    id: id.nullable(),
  }),
  post: label.nullable().describe('the role to which it was sent; null: to me'),
  read: z.boolean(),
});

export const notices = {
  list: route({
    method: 'GET',
    path: '/notices',
    summary: 'My notices, newest first',
    access: 'account.self',
    purpose: self,
    problems: [],
    input: z.object({ ...page, unread: queryFlag.optional() }),
    output: pageOf(noticeRow),
  }),
  count: route({
    method: 'GET',
    path: '/notices/count',
    summary: 'How many wait unread; counted up to a hundred',
    access: 'account.self',
    purpose: self,
    problems: [],
    input: nothing,
    output: z.object({ unread: z.number().int(), urgent: z.number().int() }),
  }),
  read: route({
    method: 'POST',
    path: '/notices/read',
    summary: 'I have read these, or all of them',
    access: 'account.self',
    purpose: self,
    problems: [],
    keyed: false,
    input: z.object({ ids: z.array(id).min(1).max(200).nullable() }),
    output: z.object({ read: z.number().int() }),
  }),
};
