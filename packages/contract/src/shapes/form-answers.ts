// Answers to a form of the programme, as an act brings them.
import { z } from 'zod';
import { code } from './text.ts';

/** Answers to the form that the programme has for an act, by field; null: not known. */
export const formAnswers = z
  .record(code, z.union([z.string().max(8000), z.number(), z.boolean(), z.null(), z.array(z.string().max(80)).max(40)]))
  .default({});
