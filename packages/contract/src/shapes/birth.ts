// When somebody of the index was born, and how exactly that is known: what is not known of the date is padded with 01 and is not to be shown.
import { z } from 'zod';
import { day } from './date.ts';

export const birth = {
  birthDate: day.nullable(),
  birthPrecision: z.enum(['day', 'month', 'year', 'approximate', 'unknown']).describe('approximate: from an age that somebody guessed'),
};
