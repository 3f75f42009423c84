// A doubtful pair as it is shown: what was given, whom it may be, and the reasons in words.
import { z } from 'zod';
import { coded, id, label } from './basic.ts';
import { birth } from './birth.ts';
import { day } from './date.ts';
import { sex } from './vocabulary.ts';

export const candidateView = z.object({
  linkId: id,
  reportPersonId: id.nullable(),
  personId: id,
  weight: z.number().describe('bits'),
  likelihood: z.enum(['strong', 'possible', 'weak']),
  reasons: z.array(coded.extend({ weight: z.number() })),
  sentence: label,
  later: z.boolean().describe('proposed after the report came, when more was learned of the person'),
  given: z.object({ name: z.string().nullable(), sex, birthDate: day.nullable() }),
  person: z.object({ name: z.string().nullable(), sex, ...birth, district: z.string().nullable() }),
  version: z.number(),
});
