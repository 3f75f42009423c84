// Children who were found unsafe are taken into keeping the same day, the court is asked and rules, and they come home when they are found safe. Put between what happens in a
// life anyway, by a chance of its own: the rest of the past stays as it was.

import { type CaseEvent, type CaseFactsByType, latestUntil } from '@anwang/core/cases';
import { addDays, dateIn, instantFromMs, startOfDay, taipei } from '@anwang/core/time';
import type { LifeSetting } from './living.ts';
import { eventOf } from './script.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const KINDS = ['B', 'B', 'C', 'C', 'M', 'A'] as const;
const NOTE = '當日評估為不安全，與督導討論後緊急安置，已就醫檢查。';
const WISH = ['想知道什麼時候可以回家。', '想和手足在一起。', '希望能繼續上原來的學校。'] as const;

const isSafety = (event: CaseEvent) => event.type === 'assessmentCompleted' && event.facts.instrument === 'sdm-safety';
const isUnsafe = (event: CaseEvent) => event.type === 'assessmentCompleted' && (event.facts.override ?? event.facts.band) === 'unsafe';
/** What a child in placement would stand in the way of. */
const isEnd = (event: CaseEvent) =>
  event.type === 'closureProposed' || (event.type === 'openingProposed' && event.facts.outcome === 'notOpened');

/** The life with its placements; as it was where the programme takes nobody into keeping. */
export function withPlacements(events: readonly CaseEvent[], life: LifeSetting): CaseEvent[] {
  if (!life.programme.actions.some((act) => act.id === 'placeChild')) return [...events];
  const chance = life.chance.fork('placed');
  const made: CaseEvent[] = [];
  const spells: { readonly from: number; readonly to: number }[] = [];
  const say = <T extends keyof CaseFactsByType>(
    at: number,
    actor: string,
    type: T,
    facts: CaseFactsByType[T],
    personal: CaseEvent['personal'] = null,
  ) => {
    if (at > life.anchorMs) return;
    const by = { id: actor, unit: life.unit };
    made.push(eventOf(type, { id: chance.uuid(at), caseId: life.caseId, seq: 0, at: instantFromMs(at), actor: by, facts, personal }));
  };
  const msOf = (event: CaseEvent) => Date.parse(event.happenedAt);
  events.forEach((event, index) => {
    const found = msOf(event);
    if (!isSafety(event) || !isUnsafe(event) || spells.some(({ to }) => found < to)) return;
    const later = events.slice(index + 1);
    const safe = later.find((one) => isSafety(one) && !isUnsafe(one));
    const over = later.find(isEnd);
    const home = Math.min(
      safe === undefined ? Number.POSITIVE_INFINITY : msOf(safe) + 20 * MINUTE,
      over === undefined ? Number.POSITIVE_INFINITY : msOf(over) - MINUTE,
    );
    const begun = found + 10 * MINUTE;
    const placement = chance.uuid(begun);
    const mine = { placement, person: life.subject };
    const told = instantFromMs(begun);
    if (home <= begun) return;
    spells.push({ from: begun, to: home });
    const facts = {
      ...mine,
      ground: chance.pick(['1', '3', '3']),
      kind: chance.pick(KINDS),
      contact: null,
      courtTold: told,
      policeTold: told,
    };
    const answers = { heard: true, wish: chance.pick(WISH) };
    say(
      begun,
      event.actor,
      'placementBegun',
      { ...facts, guardianTold: told, prosecutorTold: null, notTold: null },
      { text: NOTE, answers },
    );
    let asked = begun + chance.between(20, 60) * HOUR;
    let from = dateIn(taipei, instantFromMs(begun + 72 * HOUR));
    for (let what: 'continue' | 'extend' = 'continue'; asked < home && asked < life.anchorMs; what = 'extend') {
      const ruled = asked + chance.between(40, 120) * HOUR;
      const until = latestUntil(from);
      say(asked, event.actor, 'courtAsked', { ...mine, what });
      if (ruled >= home) break;
      say(ruled, event.actor, 'courtRuled', { ...mine, outcome: 'granted', from, until });
      from = addDays(until, 1);
      asked = Date.parse(startOfDay(taipei, addDays(until, -chance.between(8, 20)))) + 10 * HOUR;
    }
    if (Number.isFinite(home)) say(home, event.actor, 'placementEnded', { ...mine, how: chance.bool(0.8) ? 'home' : 'kin' });
  });
  if (made.length === 0) return [...events];
  const placed = (event: CaseEvent): CaseEvent =>
    event.type === 'assessmentCompleted' && spells.some(({ from, to }) => from < msOf(event) && msOf(event) < to)
      ? { ...event, facts: { ...event.facts, placed: true } }
      : event;
  const order = (a: CaseEvent, b: CaseEvent) => msOf(a) - msOf(b) || a.seq - b.seq;
  return [...events.map(placed), ...made].sort(order).map((event, at) => ({ ...event, seq: at + 1 }));
}
