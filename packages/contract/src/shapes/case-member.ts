// The members of a case, and what it found out of the family, as it is shown: the two people, what was said of them, and by what it is known.
import { z } from 'zod';
import { id } from './basic.ts';
import { day, instant } from './date.ts';
import { casePersonRole, familyBasis } from './vocabulary.ts';

const named = z.object({ id, name: z.string().nullable() });

export const familyWord = z.object({
  id,
  about: z.enum(['kin', 'home']),
  person: named,
  other: named,
  relation: z.string().nullable().describe('what the person is to the other; null of kin: not what was told'),
  lives: z.boolean().nullable(),
  since: day.nullable(),
  until: day.nullable(),
  basis: familyBasis,
  saidAt: instant,
});

export const caseMember = z.object({
  personId: id,
  name: z.string().nullable(),
  age: z.number().nullable(),
  ageGuessed: z.boolean().describe('somebody guessed the age: about so old'),
  sex: z.string(),
  role: casePersonRole,
  relation: z.string().nullable(),
  identityOpen: z
    .boolean()
    .describe('whether this is somebody whom the index knows already waits for a decision at the desk; of whom is not told'),
  since: instant,
  until: instant.nullable(),
});
