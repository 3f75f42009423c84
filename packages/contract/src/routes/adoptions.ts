// Open cases go over to the newer statement of their programme: seen before, proposed by one, decided by another, carried out by a job.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { id, label, page, pageOf, programmeId, version } from '../shapes/basic.ts';
import { instant } from '../shapes/date.ts';

const purpose = ['administration', 'supervision'] as const;
const clockChange = z.enum(['appears', 'goes', 'sooner', 'later']);

const adoption = z.object({
  id,
  programme: z.string(),
  to: z.string().describe('the statement to which the cases go over'),
  status: z.enum(['looking', 'looked', 'proposed', 'approved', 'done', 'refused', 'dropped']),
  version: z.number(),
  askedBy: z.string(),
  askedAt: instant,
  lookedAt: instant.nullable(),
  proposedBy: z.string().nullable(),
  proposedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  doneAt: instant.nullable(),
  mine: z.boolean().describe('whether I proposed it, and so do not decide'),
  cases: z.object({
    all: z.number(),
    waiting: z.number(),
    moved: z.number(),
    ended: z.number().describe('ended meanwhile, and stay as they are'),
    failed: z.number().describe('pinned to a statement that this server does not hold'),
    pending: z.number().describe('with a proposal that waits for a decision, which goes on waiting'),
  }),
  clocks: z.array(z.object({ rule: z.string(), label, change: clockChange, cases: z.number() })),
  differs: z
    .array(
      z.object({
        from: z.string(),
        what: z.enum(['clock', 'form', 'instrument', 'act', 'level', 'list']),
        label,
        change: z.enum(['added', 'gone', 'changed']),
      }),
    )
    .describe('what the statement says otherwise, by the statement that cases leave'),
});

export const adoptions = {
  standing: route({
    method: 'GET',
    path: '/adoptions/programmes/{programme}',
    summary: 'By which statement the open cases of a programme are kept in my county, and the last going over to a newer one',
    access: 'statement.read',
    purpose,
    problems: ['programmeUnknown'],
    input: z.object({ programme: programmeId }),
    output: z.object({
      current: z.string(),
      open: z.array(z.object({ version: z.string(), cases: z.number() })),
      adoption: adoption.nullable(),
    }),
  }),
  look: route({
    method: 'POST',
    path: '/adoptions/programmes/{programme}',
    summary: 'Work out what going over would change for each open case; nothing is changed',
    access: 'statement.propose',
    purpose,
    problems: ['programmeUnknown', 'actionNotAllowed'],
    input: z.object({ programme: programmeId }),
    output: adoption,
  }),
  cases: route({
    method: 'GET',
    path: '/adoptions/{adoptionId}/cases',
    summary: 'The cases by number, with what changes for each: clocks and due moments, nothing of the people',
    access: 'statement.read',
    purpose,
    problems: ['notFound'],
    input: z.object({ ...page, adoptionId: id }),
    output: pageOf(
      z.object({
        number: z.string(),
        from: z.string(),
        state: z.enum(['waiting', 'moved', 'ended', 'failed']),
        pending: z.boolean(),
        changes: z.array(z.object({ rule: z.string(), label, change: clockChange, from: instant.nullable(), to: instant.nullable() })),
      }),
    ),
  }),
  propose: route({
    method: 'POST',
    path: '/adoptions/{adoptionId}/propose',
    summary: 'Propose what was looked at, drop it, or have what was left over carried out again',
    access: 'statement.propose',
    purpose,
    problems: ['notFound', 'versionConflict', 'actionNotAllowed'],
    input: z.object({ adoptionId: id, version, step: z.enum(['propose', 'drop', 'again']) }),
    output: adoption,
  }),
  decide: route({
    method: 'POST',
    path: '/adoptions/{adoptionId}/decide',
    summary: 'Decide what somebody else proposed: the cases go over, or stay',
    access: 'statement.approve',
    purpose,
    problems: ['notFound', 'versionConflict', 'conflictOfInterest', 'actionNotAllowed'],
    input: z.object({ adoptionId: id, version, decision: z.enum(['approved', 'refused']) }),
    output: adoption,
  }),
};
