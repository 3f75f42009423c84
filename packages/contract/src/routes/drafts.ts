// What was typed and not yet sent: kept on the server, encrypted, for its author alone.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { done, nothing } from '../shapes/basic.ts';
import { instant } from '../shapes/date.ts';

const key = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9:._-]{0,150}$/);
/** The place of a save among those of its session, rising: what was given up on a bad line may arrive late, and is passed over then. */
const turn = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional();
const body = z.record(z.string().max(120), z.unknown());

export const drafts = {
  list: route({
    method: 'GET',
    path: '/drafts',
    summary: 'Own drafts',
    access: 'draft.own',
    purpose: ['self'],
    problems: [],
    input: nothing,
    output: z.object({ drafts: z.array(z.object({ key: z.string(), savedAt: instant })) }),
  }),
  read: route({
    method: 'GET',
    path: '/drafts/{key}',
    summary: 'One own draft, or null',
    access: 'draft.own',
    purpose: ['self'],
    problems: [],
    input: z.object({ key }),
    output: z.object({ draft: z.object({ body, savedAt: instant }).nullable() }),
  }),
  save: route({
    method: 'PUT',
    path: '/drafts/{key}',
    summary: 'Keep a draft',
    access: 'draft.own',
    purpose: ['self'],
    problems: ['bodyTooLarge'],
    keyed: false,
    input: z.object({ key, body, turn }),
    output: z.object({
      savedAt: instant,
      turn: z
        .number()
        .int()
        .nullable()
        .describe('the turn that stands: a later one than was sent when this save came late and was passed over'),
    }),
  }),
  drop: route({
    method: 'DELETE',
    path: '/drafts/{key}',
    summary: 'Throw a draft away',
    access: 'draft.own',
    purpose: ['self'],
    problems: [],
    keyed: false,
    input: z.object({ key, turn }),
    output: done,
  }),
};
