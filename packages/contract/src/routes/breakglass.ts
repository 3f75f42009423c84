// Break-glass: access in an emergency with a reason, for one hour; the supervisor is told at once and it is reviewed within three days.
import { z } from 'zod';
import { route } from '../route/index.ts';
import { id, page, pageOf } from '../shapes/basic.ts';
import { instant } from '../shapes/date.ts';
import { text } from '../shapes/text.ts';

const targetKind = z.enum(['person', 'case', 'report']);
const use = z.object({
  id,
  targetKind,
  targetId: id,
  targetNumber: z.string().nullable().describe('of a case or report'),
  accountId: id,
  accountName: z.string(),
  reason: z.string(),
  at: instant,
  until: instant,
  reviewDue: instant,
  reviewedAt: instant.nullable(),
  outcome: z.string().nullable(),
});

export const breakglass = {
  use: route({
    method: 'POST',
    path: '/breakglass',
    summary: 'Open what is closed to me, for one hour, with a reason',
    access: 'breakglass.use',
    purpose: ['casework', 'screening', 'supervision'],
    problems: ['notFound', 'breakGlassClosed'],
    input: z.object({
      targetKind,
      targetId: id,
      reason: z
        .string()
        .max(2000)
        .pipe(text(1000))
        .refine((said) => said.length >= 10, { message: 'tooShort' }),
    }),
    output: z.object({ id, until: instant }),
  }),
  list: route({
    method: 'GET',
    path: '/breakglass',
    summary: 'Uses to review',
    access: 'breakglass.review',
    purpose: ['supervision', 'audit'],
    problems: [],
    input: z.object({ ...page, open: z.union([z.boolean(), z.stringbool()]).optional() }),
    output: pageOf(use),
  }),
  review: route({
    method: 'POST',
    path: '/breakglass/{useId}/review',
    summary: 'Was it right?',
    access: 'breakglass.review',
    purpose: ['supervision', 'audit'],
    problems: ['notFound', 'breakGlassClosed', 'conflictOfInterest'],
    input: z.object({ useId: id, outcome: z.enum(['justified', 'notJustified']), note: text(1000) }),
    output: use,
  }),
};
