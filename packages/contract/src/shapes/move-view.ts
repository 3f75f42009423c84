// How a case stands between two units of its county: what its own unit sees of the last move, and what the other unit reads before it answers.
import { z } from 'zod';
import { id, label, version } from './basic.ts';
import { instant } from './date.ts';
import { handedCase } from './handed-case.ts';
import { band } from './vocabulary.ts';

export const caseMove = z.object({
  status: z.enum(['proposed', 'sentBack', 'sent', 'returned', 'withdrawn', 'accepted']),
  unitName: z.string().describe('that is asked'),
  fromName: z.string().describe('that has the case, or had it'),
  districtName: z.string().nullable().describe('where the family lives now; null: as before'),
  reason: z.string(),
  byRules: z.boolean().nullable().describe('whether the rules would take the same unit; null: they name none'),
  summary: z.string().nullable(),
  safety: z.string().nullable(),
  sentAt: instant.nullable(),
  answeredAt: instant.nullable(),
  returned: z.string().nullable().describe('why it was returned or withdrawn'),
  note: z.string().nullable().describe('what was said with the last word on it'),
});

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
