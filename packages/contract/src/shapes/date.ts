// How dates enter: ISO or 民國 digits (1130229, 113/2/29, 民國113年2月29日), always a day that exists; leave as ISO.
import type { Problem, Result } from '@anwang/core/lang';
import { type Instant, type PlainDate, parseInstant, parsePlainDate, parseRocDate, plainDate } from '@anwang/core/time';
import { z } from 'zod';
import { foldText } from './text.ts';

const CE = /^(\d{4})(?:(\d{2})(\d{2})|[年/.](\d{1,2})[月/.](\d{1,2})日?)$/;

/** A calendar day as typed by people; output is `YYYY-MM-DD`. 1130229 is a day, 1130230 is not. */
export const dateInput = z
  .string()
  .max(40)
  .transform((raw, context): PlainDate => {
    const read = readDate(foldText(raw));
    if (read.ok && read.value >= '1850-01-01' && read.value <= '2199-12-31') return read.value;
    return refuse(context, read.ok ? 'dateImpossible' : read.problem.code);
  });

export const maybeDate = dateInput.nullable().default(null);

/** A moment, ISO 8601 with offset or Z; output is UTC with milliseconds. */
export const instantInput = z
  .string()
  .max(40)
  .transform((raw, context): Instant => {
    const read = parseInstant(foldText(raw));
    if (read.ok && read.value >= '1900' && read.value < '2200') return read.value;
    return refuse(context, 'instantUnreadable');
  });

/** A calendar day in a reply. */
export const day = z.string().meta({ format: 'date' });
/** A moment in a reply: UTC with milliseconds. */
export const instant = z.string().meta({ format: 'date-time' });

function readDate(folded: string): Result<PlainDate, Problem> {
  const iso = parsePlainDate(folded);
  if (iso.ok || iso.problem.code === 'dateImpossible') return iso;
  const ce = CE.exec(folded);
  if (ce) return plainDate(Number(ce[1]), Number(ce[2] ?? ce[4]), Number(ce[3] ?? ce[5]), folded);
  const roc = parseRocDate(folded);
  if (!roc.ok) return roc;
  return roc.value.kind === 'date' ? { ok: true, value: roc.value.date } : { ok: false, problem: { code: 'dateUnreadable', raw: folded } };
}

function refuse(context: z.RefinementCtx, reason: string): never {
  context.addIssue({ code: 'custom', message: reason });
  return z.NEVER;
}
