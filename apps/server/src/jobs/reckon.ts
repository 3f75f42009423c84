// The calendar was changed: cases with a clock that counts working days and was running on the changed days are reckoned in parts, each part a job and a transaction,
// and each goes on with the next. Killed in the middle, what was reckoned is done and the rest goes on where it stood.
import { deskDueInstant } from '@anwang/core/screening';
import { addDays, type PlainDate, parsePlainDate, startOfDay, type TimeContext, taipei } from '@anwang/core/time';
import { findProgramme } from '@anwang/packs';
import { casesToReckon, type EscalationStep, reckonClocks } from '@anwang/store/casework';
import { deskClocksToReckon, reckonDeskClock } from '@anwang/store/intake';
import { readBusinessCalendars } from '@anwang/store/org';
import type { Tx } from '@anwang/store/session';
import { officeDayRules } from '../casework/clock-rules.ts';
import { acceptDueOf } from '../desk/accept-due.ts';
import { asBand } from '../desk/words-of-rows.ts';
import type { House } from '../house.ts';

type Payload = Readonly<Record<string, unknown>>;

const textOf = (payload: Payload, name: string): string | null => (typeof payload[name] === 'string' ? payload[name] : null);
function dateOf(payload: Payload, name: string): PlainDate {
  const date = parsePlainDate(textOf(payload, name) ?? '');
  if (!date.ok) throw new Error(`a change of the calendar came without ${name}`);
  return date.value;
}

/** Zone and calendar of a county as they stand in the database now, not as this process remembers them. */
export async function readTime(tx: Tx): Promise<(county: string) => TimeContext> {
  const calendars = await readBusinessCalendars(tx);
  return (county) => ({ zone: taipei, calendar: calendars.ofCounty.get(county) ?? calendars.national });
}

/** Reckons some cases together. */
export async function reckonCases(house: House, tx: Tx, caseIds: readonly string[], steps: readonly EscalationStep[]): Promise<void> {
  const time = await readTime(tx);
  await reckonClocks(tx, caseIds, findProgramme, steps, (county) => ({ now: house.now(), ...time(county) }));
}

/**
 * Reckons one part, of so many cases, and asks for the next. `from` and `to` are the first and the last day that changed.
 * A part that failed is done a case at a time, each a job of its own, so that one case which cannot be reckoned holds up no other.
 */
export async function reckonPart(
  house: House,
  tx: Tx,
  { payload, attempt }: { readonly payload: Payload; readonly attempt: number },
  steps: readonly EscalationStep[],
  part = 100,
): Promise<void> {
  const [from, to] = [dateOf(payload, 'from'), dateOf(payload, 'to')];
  const change = {
    county: textOf(payload, 'county'),
    from: startOfDay(taipei, from),
    until: startOfDay(taipei, addDays(to, 1)),
  };
  const cases = await casesToReckon(tx, change, officeDayRules(), textOf(payload, 'after'), part);
  if (attempt > 1) for (const caseId of cases) await tx.enqueue('clocks.reckonCase', { caseId }, { key: `reckon:${caseId}` });
  else await reckonCases(house, tx, cases, steps);
  if (payload.after === undefined)
    for (const clockId of await deskClocksToReckon(tx, change))
      await tx.enqueue('clocks.reckonDesk', { clockId }, { key: `reckon:${clockId}` });
  const last = cases.at(-1);
  if (cases.length === part && last !== undefined) await tx.enqueue('clocks.reckon', { county: change.county, from, to, after: last });
  tx.audit({ action: 'clock.reckonList', county: change.county, count: cases.length, detail: { from: change.from, until: change.until } });
}

/** Reckons one clock of a dispatch. */
export async function reckonDesk(house: House, tx: Tx, clockId: string): Promise<void> {
  const time = await readTime(tx);
  await reckonDeskClock(tx, clockId, house.now(), (rule, start, sent) =>
    rule === 'unit-accept'
      ? acceptDueOf(house, { ...sent, band: asBand(sent.band) }, start, time(sent.county))
      : deskDueInstant(house.packs.desk(sent.county), rule, start, time(sent.county)),
  );
}
