// Who saw or did what, to whom, for which purpose; and whether the log still proves itself.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { id, nothing, page, pageOf } from '../shapes/basic.ts';
import { birth } from '../shapes/birth.ts';
import { instant, instantInput } from '../shapes/date.ts';
import { text } from '../shapes/text.ts';

const auditRow = z.object({
  id: z.string(),
  at: instant,
  actorId: id.nullable(),
  actorName: z.string().nullable(),
  role: z.string().nullable(),
  purpose: z.string(),
  route: z.string(),
  action: z.string().nullable(),
  basis: z.string().nullable(),
  resultCount: z.number().nullable(),
  objects: z.array(z.object({ kind: z.string(), id: z.string(), number: z.string().nullable() })),
  reason: z.string().nullable(),
  breakGlass: z.boolean(),
  sealed: z.boolean(),
});

const finding = z.enum([
  'rowsDiffer',
  'sealBroken',
  'chainBroken',
  'blockMissing',
  'headMissing',
  'headDiffers',
  'headForged',
  'noHeads',
  'strayRows',
  'resultForged',
  'resultMissing',
]);

export const audit = {
  list: route({
    method: 'GET',
    path: '/audit',
    summary: 'The log, newest first',
    access: 'audit.read',
    purpose: ['audit'],
    problems: [],
    input: z.object({
      ...page,
      actorId: id.optional(),
      personId: id.optional(),
      caseId: id.optional(),
      reportId: id.optional(),
      route: z.string().max(120).optional(),
      action: z.string().max(120).optional(),
      from: instantInput.optional(),
      to: instantInput.optional(),
    }),
    output: pageOf(auditRow),
  }),
  find: route({
    method: 'POST',
    path: '/audit/find',
    summary:
      'Of whom or what to ask the log: people by name or number, cases and reports by number, accounts; each search is on record itself',
    access: 'audit.read',
    purpose: ['audit'],
    problems: ['queryTooWide'],
    keyed: false,
    input: z.object({ text: text(120) }),
    output: z.object({
      people: z.array(z.object({ id, name: z.string().nullable(), ...birth })),
      things: z.array(z.object({ kind: z.enum(['case', 'report']), id, number: z.string() })),
      accounts: z.array(z.object({ id, name: z.string(), userName: z.string() })),
    }),
  }),
  state: route({
    method: 'GET',
    path: '/audit/state',
    summary: 'How far the log is sealed, and whether the chain holds',
    access: 'audit.read',
    purpose: ['audit'],
    problems: [],
    input: nothing,
    output: z.object({
      rows: z.number(),
      sealed: z.number(),
      unsealed: z.number(),
      lastSealedAt: instant.nullable(),
      head: z.string().nullable(),
      /** null = never verified. */
      intact: z.boolean().nullable(),
      verifiedAt: instant.nullable(),
      /** When the whole chain was read last; new blocks are read every few minutes. */
      wholeAt: instant.nullable(),
      /** By whom: the nightly job (or the auditor's button), or the operator's command on the machine. */
      wholeBy: z.enum(['job', 'command']).nullable(),
      upToBlock: z.number(),
      findings: z.array(z.object({ code: finding, block: z.number().nullable() })),
      /** What was found before and not any more. */
      past: z.array(z.object({ at: instant, findings: z.array(z.object({ code: finding, block: z.number().nullable() })) })),
    }),
  }),
  verify: route({
    method: 'POST',
    path: '/audit/verify',
    summary: 'Ask for the whole chain to be read now; the state tells when it is done',
    access: 'audit.read',
    purpose: ['audit'],
    problems: [],
    keyed: false,
    input: nothing,
    output: z.object({ asked: z.boolean() }),
  }),
};
