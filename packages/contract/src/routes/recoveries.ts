// A lost password or device is mended by two people: one asks, another confirms within three days; the holder may stop it. Each of the two is shown half of the password with
// which the holder chooses an own one.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { userName } from '../shapes/admin-view.ts';
import { done, id, label, nothing, page, pageOf, queryFlag } from '../shapes/basic.ts';
import { instant } from '../shapes/date.ts';

const purpose = ['administration', 'supervision'] as const;
const part = z.enum(['password', 'secondFactor', 'both']);
const recognised = z.enum(['inPerson', 'calledBack', 'video']).describe('how it was known that the holder wants it');

const recovery = z.object({
  id,
  account: z.object({ id, userName: z.string(), name: z.string(), unit: label.nullable() }),
  what: part,
  askedBy: z.string().nullable().describe('null: whoever runs the machine'),
  askedAt: instant,
  askedHow: z.string(),
  due: instant,
  status: z.enum(['waiting', 'confirmed', 'stopped', 'lapsed']),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedHow: z.string().nullable(),
  confirm: z.enum(['yes', 'own', 'asked', 'outOfReach', 'tooNew', 'decided']).describe('whether I may confirm, or why not'),
  half: z
    .object({ which: z.enum(['first', 'second']), text: z.string() })
    .nullable()
    .describe('the half of the password that is mine to tell'),
});

export const recoveries = {
  list: route({
    method: 'GET',
    path: '/recoveries',
    summary: 'Recoveries of sign-ins in my reach, newest first',
    access: 'account.recover',
    purpose,
    problems: [],
    input: z.object({ ...page, waiting: queryFlag.optional() }),
    output: pageOf(recovery),
  }),
  ask: route({
    method: 'POST',
    path: '/recoveries',
    summary: 'Ask that a lost password or device of somebody else be mended; somebody else confirms',
    access: 'account.recover',
    purpose,
    problems: ['notFound', 'ownAccount', 'rightTooNew', 'recoveryWaits'],
    input: z.object({ userName, what: part, recognised }),
    output: recovery,
  }),
  confirm: route({
    method: 'POST',
    path: '/recoveries/{recoveryId}/confirm',
    summary: 'Confirm what somebody else asked for: the password or the second factor ends, with all sessions',
    access: 'account.recover',
    purpose,
    problems: ['notFound', 'ownAccount', 'conflictOfInterest', 'rightTooNew', 'recoveryDecided'],
    input: z.object({ recoveryId: id, recognised }),
    output: recovery,
  }),
  stop: route({
    method: 'POST',
    path: '/recoveries/{recoveryId}/stop',
    summary: 'Stop what waits: taken back, or not confirmed',
    access: 'account.recover',
    purpose,
    problems: ['notFound', 'recoveryDecided'],
    input: z.object({ recoveryId: id }),
    output: recovery,
  }),
  own: route({
    method: 'GET',
    path: '/session/recoveries',
    summary: 'What waits for the own account',
    access: 'account.self',
    purpose: ['self'],
    problems: [],
    input: nothing,
    output: z.object({ rows: z.array(z.object({ id, what: part, askedBy: z.string().nullable(), askedAt: instant, due: instant })) }),
  }),
  stopOwn: route({
    method: 'POST',
    path: '/session/recoveries/{recoveryId}/stop',
    summary: 'Stop the recovery of the own account: it was not me who asked',
    access: 'account.self',
    purpose: ['self'],
    problems: ['notFound', 'recoveryDecided'],
    input: z.object({ recoveryId: id }),
    output: done,
  }),
};
