// What a county hands over with a case that moves to another: coded facts in words of both languages, and what was written for whoever goes on.
import { z } from 'zod';
import { label } from './basic.ts';
import { day } from './date.ts';

export const handedCase = z.object({
  programme: label,
  reason: label,
  since: day.nullable(),
  /** Who is asked: unit, lead, telephone. */
  from: z.object({
    county: label.optional(),
    unit: z.string(),
    unitName: label.optional(),
    lead: z.string().nullable(),
    telephone: z.string().nullable(),
  }),
  safety: z.string().nullable(),
  facts: z.array(z.object({ label, values: z.array(label) })),
});
