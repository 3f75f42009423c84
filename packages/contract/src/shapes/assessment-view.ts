// An assessment of a case as it is shown, and one that could not be done.
import { z } from 'zod';
import { id, label } from './basic.ts';
import { instant } from './date.ts';

export const assessmentView = z.object({
  id,
  instrument: z.string(),
  label,
  version: z.string(),
  moment: z.string(),
  subjectPersonId: id.nullable(),
  score: z.number().nullable(),
  band: z.string().nullable(),
  bandLabel: label.nullable(),
  overridden: z.boolean(),
  overrideReason: z.string().nullable(),
  parts: z.array(z.object({ id: z.string(), label, score: z.number() })),
  triggers: z.array(z.object({ id: z.string(), label })).describe('what the result asks to be done'),
  flags: z.array(z.object({ id: z.string(), label })),
  answers: z.record(z.string(), z.unknown()),
  at: instant,
  by: z.string(),
  note: z.string().nullable(),
});

export const assessmentGapView = z.object({
  id,
  instrument: z.string(),
  label,
  moment: z.enum(['intake', 'pre', 'review', 'post']),
  subjectPersonId: id.nullable(),
  reason: label,
  applies: z.boolean().describe('false: it does not concern the person, nothing is owed'),
  at: instant,
  by: z.string(),
  note: z.string().nullable(),
});
