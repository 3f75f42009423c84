// How dates enter: ISO or 民國 digits (1130229, 113/2/29, 民國113年2月29日), always a day that exists; leave as ISO.
import { z } from 'zod';
import { parseDate } from './roc.ts';
import { foldText } from './text.ts';

/** A calendar day as typed by people; output is `YYYY-MM-DD`. 1130229 is a day, 1130230 is not. */
export const dateInput = z
  .string()
  .max(40)
  .transform((raw, context) => {
    const day = parseDate(foldText(raw));
    if (day !== null) return day;
    context.addIssue({ code: 'custom', message: 'notADate', params: { reason: 'notADate' } });
    return z.NEVER;
  });

export const maybeDate = dateInput.nullable().default(null);

/** A moment, ISO 8601 with offset or Z; output is UTC with milliseconds. */
export const instantInput = z.iso.datetime({ offset: true }).transform((raw, context) => {
  const at = Date.parse(raw);
  if (Number.isFinite(at)) return new Date(at).toISOString();
  context.addIssue({ code: 'custom', message: 'notAnInstant', params: { reason: 'notAnInstant' } });
  return z.NEVER;
});

/** A calendar day in a reply. */
export const day = z.string().meta({ format: 'date' });
/** A moment in a reply: UTC with milliseconds. */
export const instant = z.string().meta({ format: 'date-time' });
