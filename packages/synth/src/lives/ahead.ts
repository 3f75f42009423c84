// What does a worker mean to do after the present of the demo? The next visit of a living case stands in the diary; some are today, so that the day of the first
// start has something to come, and a few should have been made and are not recorded. Drawn from a chance of its own: the past stays as it was.

import { instantFromMs } from '@anwang/core/time';
import { hourOf, telephoning, visiting, withinHours } from '../hours/index.ts';
import { isEmergency, type Living } from './living.ts';
import { NOTES } from './notes.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const QUARTER = HOUR / 4;
/** Nobody has more in the diary than this. */
const AHEAD_DAYS = 14;
/** The last of today begins before this hour. */
const LATEST = 20;

const quarter = (ms: number): number => Math.ceil(ms / QUARTER) * QUARTER;

/** Puts the next visit into the diary if it lies beyond the present. @param hours until it */
export const planAhead = (life: Living, hours: number): void => {
  const { script, anchorMs, worker, supervisor, subject, band } = life;
  const next = script.now() + hours * HOUR;
  if (next <= anchorMs) return;
  const chance = life.chance.fork('ahead');
  const draw = chance.next();
  const left = LATEST - hourOf(anchorMs);
  const today = draw < 0.25 && left > 1;
  const missed = draw > 0.85;
  const call = chance.bool(today ? 0.4 : 0.15);
  const last = Math.max(script.now() + DAY, anchorMs - chance.between(2, 6) * DAY);
  const wanted = today
    ? Math.max(anchorMs, anchorMs + (8.5 - hourOf(anchorMs)) * HOUR) + chance.next() * (left - 0.5) * HOUR
    : missed
      ? last
      : next;
  const at = quarter(withinHours(wanted, today ? [8.5, 21] : call ? telephoning : visiting, chance.next(), today));
  if (at > anchorMs + AHEAD_DAYS * DAY || at <= script.now() || (missed && at > anchorMs)) return;
  const wary = chance.bool(band === 'extreme' || band === 'high' ? 0.5 : 0.15);
  script.say(
    'visitPlanned',
    worker,
    {
      plan: chance.uuid(script.now()),
      kind: call ? 'contact' : 'visit',
      method: call ? 'phone' : chance.bool(0.85) ? 'homeVisit' : 'officeVisit',
      at: instantFromMs(at),
      minutes: call ? 15 : chance.pick([45, 60, 75]),
      persons: [subject],
      contact: null,
      account: worker.id,
      along: !call && wary && isEmergency(life) ? [supervisor.id] : [],
    },
    chance.pick(call ? NOTES.planCall : NOTES.planVisit),
    undefined,
    !call && wary ? chance.pick(NOTES.safety) : undefined,
  );
};
