// A time limit as it is shown: which rule, since when, until when, by which law.
import { z } from 'zod';
import { label } from './basic.ts';
import { instant } from './date.ts';

export const clock = z.object({
  rule: z.string(),
  label,
  start: instant,
  due: instant.nullable(),
  pausedAt: instant.nullable(),
  stoppedAt: instant.nullable(),
  outcome: z.enum(['met', 'late', 'void']).nullable(),
  basis: z.string(),
  mark: z.enum(['V', 'S', 'M', 'D']),
});
export type ClockView = z.output<typeof clock>;
