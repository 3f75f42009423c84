// A programme as people read it: its clocks and what they rest on, stages, instruments, levels, and what the own county changed.
import { z } from 'zod';
import { coded, label } from './basic.ts';

const basis = z.object({
  text: z.string(),
  mark: z.enum(['V', 'V-partly', 'V-history', 'V-order', 'S', 'M', 'D']),
  why: label.nullable(),
});
const limit = z.object({ amount: z.number().nullable(), kind: z.string() });

export const programmeRules = z.object({
  id: z.string(),
  version: z.string(),
  validFrom: z.string(),
  label,
  basis: z.array(basis),
  clocks: z.array(
    z.object({
      id: z.string(),
      label,
      limit,
      /** The limit of the nation where the county's is shorter. */
      national: limit.nullable(),
      kind: z.enum(['statutory', 'practice', 'county']),
      basis,
      byLevel: z.boolean().describe('the limit is that of the level of the case; this one where no level is known'),
      repeats: z.boolean(),
      pausable: z.boolean(),
      tells: z.array(z.object({ hoursBefore: z.number(), to: label })),
    }),
  ),
  stages: z.array(z.object({ id: z.string(), label, renamed: z.boolean() })),
  instruments: z.array(z.object({ id: z.string(), version: z.string(), label })),
  levels: z.array(
    z.object({
      id: z.string(),
      label,
      visitsPerMonth: z.number(),
      limit: limit.describe('from one visit to the next'),
      national: z.number(),
      basis,
    }),
  ),
  /** What the county added: codes to lists, requirements to acts. */
  added: z.array(z.object({ to: z.string(), what: coded })),
});
