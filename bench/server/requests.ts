// The requests that are measured, as the browser sends them: lists, search, opening a case, recording a contact, taking a report with its match.

import { randomUUID } from 'node:crypto';
import { type Answer, send } from './send.ts';
import type { CasePick, Reach } from './world.ts';

export type Kind = 'list' | 'queue' | 'search' | 'open' | 'write' | 'report';
export const KINDS: readonly Kind[] = ['list', 'queue', 'search', 'open', 'write', 'report'];

/** Shares of the mixed load (issue 2): 40 % list, 25 % search, 20 % case open, 10 % write, 5 % report. */
export const MIX: readonly (readonly [Kind, number])[] = [
  ['list', 0.3],
  ['queue', 0.1],
  ['search', 0.25],
  ['open', 0.2],
  ['write', 0.1],
  ['report', 0.05],
];

/** Bounds of the 95th percentile in milliseconds. */
export const BOUNDS: Readonly<Record<Kind, number>> = { list: 150, queue: 150, search: 150, open: 150, write: 100, report: 300 };

export interface Client {
  readonly origin: string;
  readonly cookie: string;
}

/** Signs in; the cookie of the session. */
export const signIn = async (origin: string, userName: string, password: string): Promise<Client> => {
  const answer = await fetch(`${origin}/api/session/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ userName, password }),
  });
  if (!answer.ok) throw new Error(`sign-in of ${userName} failed: ${answer.status} ${await answer.text()}`);
  return {
    origin,
    cookie: answer.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; '),
  };
};

/** One of a list, at random. */
export const pick = <T>(list: readonly T[], random: () => number): T => {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('nothing to draw from');
  return found;
};

const VIEWS = ['all', 'overdue', 'dueSoon', 'closed'] as const;

/** A request, not yet sent. */
export interface Sendable {
  readonly kind: Kind;
  send(): Promise<Answer>;
}

/** One request of a kind, with things drawn at random. */
export const request = (kind: Kind, { origin, cookie }: Client, reach: Reach, county: string, random: () => number): Sendable => {
  const get = (path: string, purpose: string) => () => send(origin, path, { headers: { cookie, purpose } });
  const post = (path: string, purpose: string, body: unknown) => () =>
    send(origin, path, {
      method: 'POST',
      headers: { cookie, purpose, origin, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
  switch (kind) {
    case 'list':
      return { kind, send: get(`/api/cases?view=${pick(VIEWS, random)}&limit=50`, 'casework') };
    case 'queue':
      return { kind, send: get('/api/screening/queue?limit=50', 'screening') };
    case 'search': {
      const draw = random();
      const text = draw < 0.6 ? pick(reach.names, random) : draw < 0.8 ? pick(reach.phones, random) : pick(reach.numbers, random);
      return { kind, send: post('/api/people/search', 'casework', { text, limit: 20 }) };
    }
    case 'open':
      return { kind, send: get(`/api/cases/${pick(reach.cases, random).id}`, 'casework') };
    case 'write':
      return { kind, send: write(origin, cookie, reach, random) };
    case 'report':
      return { kind, send: post('/api/intake/reports', 'intake', report(reach, county, random)) };
  }
};

// Each case is written on by one request at a time, as one worker does; its version goes on with every success.
const write = (origin: string, cookie: string, reach: Reach, random: () => number) => async (): Promise<Answer> => {
  const at = Math.floor(random() * reach.alive.length);
  const [taken] = reach.alive.splice(at, 1);
  if (taken === undefined) throw new Error('no case to write on');
  const command = {
    type: 'recordContact',
    happenedAt: new Date(Date.now() - 60_000).toISOString(),
    method: 'phone',
    outcome: 'met',
    personIds: [],
    minutes: 5,
    note: '量測',
  };
  const answer = await send(origin, `/api/cases/${taken.id}/act`, {
    method: 'POST',
    headers: { cookie, purpose: 'casework', origin, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ version: taken.version, command }),
  });
  if (answer.ok) reach.alive.push({ ...taken, version: taken.version + 1 } satisfies CasePick);
  return answer;
};

const report = (reach: Reach, county: string, random: () => number) => ({
  county,
  channel: 'hotline113',
  reporterKind: 'citizen',
  narrative: '量測通報',
  grounds: ['child-neglect'],
  persons: [
    {
      role: 'victim',
      name: pick(reach.names, random),
      nationalId: random() < 0.4 ? pick(reach.numbers, random) : null,
      birthDate: random() < 0.5 ? '1130229' : null,
      phones: random() < 0.3 ? [pick(reach.phones, random)] : [],
    },
    { role: 'respondent', name: pick(reach.names, random) },
  ],
});
