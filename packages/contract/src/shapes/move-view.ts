// What another unit of the county reads of a case before it takes it.
import { z } from 'zod';
import { id, label, version } from './basic.ts';
import { instant } from './date.ts';
import { handedCase } from './handed-case.ts';
import { band } from './vocabulary.ts';

/** What the giving unit wrote for whoever may take the case, and what is coded of it; kept sealed with the decision to send it. */
export const offered = z.object({
  summary: z.string(),
  handed: handedCase,
  persons: z.array(
    z.object({
      id,
      name: z.string().nullable(),
      sex: z.string(),
      age: z.number().nullable(),
      role: label,
      relation: z.string().nullable(),
    }),
  ),
});

export const offeredRow = z.object({
  id,
  number: z.string(),
  title: z.string().nullable(),
  programme: z.string(),
  programmeLabel: label,
  band,
  districtName: z.string().nullable(),
  fromUnit: z.string(),
  unitId: id,
  reason: z.string(),
  sentAt: instant,
  answerDue: instant.nullable(),
  version,
});
