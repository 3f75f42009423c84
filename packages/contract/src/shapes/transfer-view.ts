// How a case stands between two counties: the last transfer to another, and the case of another that it goes on from; and between two units of its county.
import { z } from 'zod';
import { id, label } from './basic.ts';
import { day, instant } from './date.ts';

export const caseTransfer = z.object({
  status: z.enum(['proposed', 'sentBack', 'sent', 'returned', 'withdrawn', 'accepted']),
  county: label.nullable().describe('null: it has no desk in this system and is told otherwise'),
  since: day.nullable(),
  reason: z.string(),
  personIds: z.array(id).describe('who moves'),
  summary: z.string().nullable(),
  safety: z.string().nullable(),
  addressGiven: z.boolean().describe('the new address is in no view of the case'),
  sentAt: instant.nullable(),
  answeredAt: instant.nullable(),
  number: z.string().nullable().describe('under which the other county has it'),
  returned: z.string().nullable().describe('why it was returned or withdrawn'),
  unitName: z.string().nullable().describe('that has taken it'),
  letter: z.string().nullable(),
  note: z.string().nullable().describe('what was said with the last word on it'),
});

export const takenOver = z.object({ county: label, number: z.string(), reportId: id, at: instant });

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
