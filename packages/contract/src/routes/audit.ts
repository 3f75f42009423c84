// Who saw or did what, to whom, for which purpose; and whether the log still proves itself.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { id, nothing, page, pageOf } from '../shapes/basic.ts';
import { instant, instantInput } from '../shapes/date.ts';

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
  objects: z.array(z.object({ kind: z.string(), id: z.string() })),
  reason: z.string().nullable(),
  breakGlass: z.boolean(),
  sealed: z.boolean(),
});

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
      from: instantInput.optional(),
      to: instantInput.optional(),
    }),
    output: pageOf(auditRow),
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
      intact: z.boolean().nullable(),
      findings: z.array(z.string()),
    }),
  }),
};
