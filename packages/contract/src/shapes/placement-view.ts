// A child kept away from home, as it stands on the case. Where is in no view that shows others: it is a hidden contact of the child, looked at alone.
import { z } from 'zod';
import { id, label } from './basic.ts';
import { day, instant } from './date.ts';

export const placementView = z.object({
  id,
  personId: id,
  phase: z
    .enum(['emergency', 'asked', 'continued', 'mustEnd'])
    .describe('the 72 hours; the court has not decided; by its ruling; refused or revoked'),
  ground: z.string(),
  kind: z.string(),
  placeKept: z.boolean().describe('where is known, and kept secret with the child'),
  begunAt: instant,
  due: z
    .object({ label, start: instant, due: instant })
    .nullable()
    .describe('by when the court is to be asked or the child is home; null while the court has it'),
  asked: z.object({ what: z.enum(['continue', 'extend', 'appeal']), at: instant }).nullable(),
  next: z.enum(['continue', 'extend', 'appeal']).nullable().describe('what can be asked of the court now'),
  until: day.nullable().describe('the last day that a court has granted'),
  told: z.object({ court: instant.nullable(), police: instant.nullable(), guardian: instant.nullable(), prosecutor: instant.nullable() }),
  notTold: z.string().nullable().describe('why parents or guardian are not told'),
});
