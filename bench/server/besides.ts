// What else do people wait for? Requests beside the mixed load, one after the other: a search by a part of a name, what a case shows when its tabs are opened, a supervisor's
// start page, the lists of pairs, the reports that wait by the name that was reported; and the page of indicators, which is kept for a minute, so that only the first asking counts everything.

import type { Measured, Summary } from './open-loop.ts';
import { summarise } from './open-loop.ts';
import type { Client } from './requests.ts';
import { pick } from './requests.ts';
import { send } from './send.ts';
import type { Reach } from './world.ts';

/** By name: who asks, and how long it took. */
type Besides = Readonly<Record<string, Summary>>;
export interface BesidesResult {
  readonly county: Besides;
  readonly district: Besides;
  /** Of the supervisor of a unit. */
  readonly unit: Besides;
  /** Milliseconds of the page of indicators: counted, and kept. */
  readonly measures: { readonly first: number; readonly again: number };
}

const EACH = 40;
type Ask = (random: () => number) => readonly [path: string, purpose: string, body?: unknown];

/** 怡君 of 陳怡君; the whole where there is no more than a surname and one character. */
const given = (name: string): string => {
  const characters = [...name];
  return characters.length === 3 ? characters.slice(1).join('') : name;
};

const asksOf = (reach: Reach): Readonly<Record<string, Ask>> => ({
  'search by a part of a name': (random) => ['/api/people/search', 'casework', { text: given(pick(reach.names, random)), limit: 20 }],
  'counts of the case list': () => ['/api/cases/views', 'casework'],
  'timeline of a case': (random) => [`/api/cases/${pick(reach.cases, random).id}/timeline`, 'casework'],
  'family of a case': (random) => [`/api/cases/${pick(reach.cases, random).id}/family`, 'casework'],
  'reports that wait, by name': (random) => ['/api/screening/find', 'screening', { text: pick(reach.names, random) }],
  'pairs that wait': () => ['/api/matching/candidates?limit=50', 'screening'],
});

const asked = async ({ origin, cookie }: Client, [path, purpose, body]: ReturnType<Ask>, kind: string): Promise<Measured> => {
  const began = performance.now();
  const { status } = await send(origin, path, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { cookie, purpose, origin, 'content-type': 'application/json' },
  });
  return { kind, milliseconds: performance.now() - began, ok: status >= 200 && status < 300, status };
};

const each = async (client: Client, asks: Readonly<Record<string, Ask>>, random: () => number): Promise<Besides> => {
  const found: Record<string, Summary> = {};
  for (const [kind, ask] of Object.entries(asks)) {
    for (let i = 0; i < 5; i++) await asked(client, ask(random), kind);
    const measured: Measured[] = [];
    for (let i = 0; i < EACH; i++) measured.push(await asked(client, ask(random), kind));
    found[kind] = summarise(measured);
    process.stdout.write(`${kind}: p95 ${found[kind]?.p95} ms, failures ${found[kind]?.failures}\n`);
  }
  return found;
};

/** Measures them on a server that is warm. */
export const measureBesides = async (
  clients: { readonly county: Client; readonly district: Client; readonly unit: Client },
  world: { readonly wide: Reach; readonly narrow: Reach },
  random: () => number,
): Promise<BesidesResult> => {
  const indicators = () => asked(clients.county, ['/api/measures', 'statistics'], 'indicators');
  const [first, again] = [await indicators(), await indicators()];
  if (!first.ok) throw new Error(`the page of indicators failed with ${first.status}`);
  process.stdout.write(`indicators: ${Math.round(first.milliseconds)} ms, again ${Math.round(again.milliseconds)} ms\n`);
  return {
    county: await each(clients.county, asksOf(world.wide), random),
    district: await each(clients.district, asksOf(world.narrow), random),
    unit: await each(clients.unit, { 'start page of a supervisor': () => ['/api/worklist', 'casework'] }, random),
    measures: { first: Math.round(first.milliseconds), again: Math.round(again.milliseconds) },
  };
};
