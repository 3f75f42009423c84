// Every route of the contract, called as nobody, as somebody whose role does not hold the act, as the wrong county, as the wrong unit, and as the right person.
import { contract } from '@anwang/contract';
import { type WalkedRoute, walkRoutes } from '@anwang/contract/route';
import type { Action } from '@anwang/core/access';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrangeEveryone, type Everyone, seatsFor } from '../testing/everyone.ts';
import { arrangeStory, type Story } from '../testing/story.ts';
import { type Answer, startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let everyone: Everyone;
let story: Story;

beforeAll(async () => {
  server = await startTestServer();
  everyone = await arrangeEveryone(await server.database.owner());
  story = await arrangeStory(server, everyone);
}, 180_000);
afterAll(() => server?.close());

const routes = walkRoutes(contract);
const closed = routes.filter((one) => one.meta.access !== 'public');
const acting = closed.filter((one) => one.meta.access !== 'signedIn' && one.meta.body === 'json');
/** Routes about one thing of the story: the path or the query names it. */
const about = acting.filter(
  (one) =>
    one.path.includes('{') && !['measureId', 'sessionId', 'key', 'instrument', 'programme'].some((name) => one.path.includes(`{${name}}`)),
);

/** Calls a route with the story's ids in its path and an empty body: what is asked is who may, not what is written. */
function call(one: WalkedRoute, as: 'nobody' | string): Promise<Answer> {
  const path = one.path.replace(/\{([^}]+)\}/g, (_, name: string) => story.ids[name] ?? '00000000-0000-7000-8000-00000000ffff');
  const ask = as === 'nobody' ? Promise.resolve(server.nobody) : server.as(everyone.seats[as]!);
  return ask.then((send) =>
    send(
      one.method,
      `/api${path}${one.method === 'GET' ? (story.queries[one.name] ?? '') : ''}`,
      one.method === 'GET' ? undefined : (story.bodies[one.name] ?? {}),
      { 'content-type': 'application/json' },
    ),
  );
}

describe('as nobody', () => {
  test.each(closed.map((one) => [one.name, one] as const))('%s asks to sign in', async (_name, one) => {
    const answer = await call(one, 'nobody');
    expect([answer.status, answer.body.code]).toEqual([401, 'notSignedIn']);
  });
});

describe('as somebody without the act', () => {
  test.each(acting.map((one) => [one.name, one] as const))('%s refuses', async (_name, one) => {
    const all = Object.values(everyone.seats).filter((seat) => seat.userName.startsWith('a.'));
    const may = await seatsFor(server, all, one.meta.access as Action, one.meta.purpose);
    const others = all.filter((seat) => !may.includes(seat));
    for (const seat of others.slice(0, 2)) {
      const answer = await call(one, seat.userName);
      expect([answer.status, answer.type], `${seat.userName}: ${answer.text}`).toEqual([403, 'application/problem+json; charset=utf-8']);
    }
  });
});

describe('of another county', () => {
  test.each(about.map((one) => [one.name, one] as const))('%s does not find it', async (_name, one) => {
    const all = Object.values(everyone.seats).filter((seat) => seat.userName.startsWith('b.'));
    const may = await seatsFor(server, all, one.meta.access as Action, one.meta.purpose);
    expect(may, 'somebody there may do it with what is theirs').not.toEqual([]);
    for (const seat of may) {
      const answer = await call(one, seat.userName);
      // Not 422: the body is right, so that what is refused is the thing and not the form.
      expect([403, 404], `${seat.userName}: ${answer.text}`).toContain(answer.status);
      for (const secret of story.secrets) expect(answer.text).not.toContain(secret);
    }
  });
  test('lists show nothing of the story', async () => {
    const lists = acting.filter((one) => one.method === 'GET' && !one.path.includes('{'));
    for (const one of lists) {
      const all = Object.values(everyone.seats).filter((seat) => seat.userName.startsWith('b.'));
      for (const seat of await seatsFor(server, all, one.meta.access as Action, one.meta.purpose)) {
        const answer = await call(one, seat.userName);
        for (const secret of [...story.secrets, ...story.own]) expect(answer.text, `${one.name} as ${seat.userName}`).not.toContain(secret);
      }
    }
  });
});

describe('of another unit', () => {
  const ofUnit = about.filter((one) => /^(dispatch|cases|referrals|people|files)\./.test(one.name));
  test.each(ofUnit.map((one) => [one.name, one] as const))('%s does not find it', async (_name, one) => {
    const all = [everyone.seats['a.other']!, everyone.seats['a.otherworker']!];
    for (const seat of await seatsFor(server, all, one.meta.access as Action, one.meta.purpose)) {
      const answer = await call(one, seat.userName);
      expect([403, 404], `${seat.userName}: ${answer.text}`).toContain(answer.status);
      for (const secret of story.secrets) expect(answer.text).not.toContain(secret);
    }
  });
});

describe('as the right person', () => {
  test.each(acting.map((one) => [one.name, one] as const))('%s is let through', async (_name, one) => {
    const seat =
      story.right[one.name] ??
      (
        await seatsFor(
          server,
          Object.values(everyone.seats).filter((any) => any.userName.startsWith('a.')),
          one.meta.access as Action,
          one.meta.purpose,
        )
      )[0]?.userName;
    expect(seat, 'somebody may').toBeDefined();
    const answer = await call(one, seat!);
    expect([401, 403, 500, 503], `${seat}: ${answer.text}`).not.toContain(answer.status);
    if (one.method === 'GET' && story.right[one.name] !== undefined) expect(answer.status, answer.text).toBe(200);
  });
});
