// API bodies against the access model: every role reads everything it may about one family, for each of its purposes; a field of a class that `decide` does not show is empty.
import { contract } from '@anwang/contract';
import { walkRoutes } from '@anwang/contract/route';
import { type Action, type DataClass, decide, fieldClasses } from '@anwang/core/access';
import type { Instant } from '@anwang/core/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrangeEveryone, type Everyone } from '../testing/everyone.ts';
import { arrangeStory, type Story } from '../testing/story.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let everyone: Everyone;
let story: Story;

beforeAll(async () => {
  server = await startTestServer();
  everyone = await arrangeEveryone(await server.database.owner());
  story = await arrangeStory(server, everyone);
}, 180_000);
afterAll(() => server?.close());

const about = /\{(reportId|caseId|personId|dispatchId)\}/;
const reading = walkRoutes(contract).filter(
  (one) => one.method === 'GET' && about.test(one.path) && one.meta.access !== 'signedIn' && one.meta.access !== 'public',
);
/** Names that also stand for things that are not persons: units, officers, files, value sets in words. */
const alsoThings = new Set(['name', 'evidence', 'summary', 'note', 'notes', 'score', 'members', 'age']);

/** Paths of fields that say something although their class is not shown. */
function told(body: unknown, shown: readonly DataClass[], path = ''): string[] {
  if (Array.isArray(body)) return body.flatMap((one, at) => told(one, shown, `${path}.${at}`));
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) => {
    const here = `${path}.${name}`;
    const wanted = Object.hasOwn(fieldClasses, name) && !alsoThings.has(name) ? fieldClasses[name] : undefined;
    if (wanted === undefined || shown.includes(wanted)) return told(value, shown, here);
    const empty =
      value === null ||
      value === '' ||
      value === 'unknown' ||
      value === false ||
      (typeof value === 'object' && Object.keys(value).length === 0);
    return empty ? [] : [`${here} (${wanted})`];
  });
}

test('no body tells more than the decision shows', async () => {
  let bodies = 0;
  for (const seat of Object.values(everyone.seats)) {
    const ask = await server.as(seat);
    const actor = await server.house.actorOf(seat.id, 1);
    if (!actor) throw new Error(`no actor ${seat.userName}`);
    const asks = reading.flatMap((one) => one.meta.purpose.map((purpose) => ({ one, purpose })));
    // All of a seat at once: they do not depend on each other.
    await Promise.all(
      asks.map(async ({ one, purpose }) => {
        const decision = decide(actor, one.meta.access as Action, purpose, null, new Date().toISOString() as Instant);
        const path = one.path.replace(/\{([^}]+)\}/g, (_, name: string) => story.ids[name] ?? '');
        const answer = await ask('GET', `/api${path}`, undefined, { purpose });
        if (!decision.allow) expect(answer.status, `${seat.userName} ${one.name} ${purpose}`).toBe(403);
        if (answer.status !== 200) return;
        bodies += 1;
        expect(told(answer.body, decision.mask), `${seat.userName} ${one.name} ${purpose}`).toEqual([]);
      }),
    );
  }
  expect(bodies).toBeGreaterThan(30);
});

test('an arbiter reads the story, not the addresses', async () => {
  const arbiter = await server.as(everyone.seats['a.arbiter']!);
  const view = await arbiter('GET', `/api/screening/reports/${story.ids.reportId}`, undefined, { purpose: 'dispatch' });
  expect(view.status, view.text).toBe(200);
  expect(view.body).toMatchObject({
    narrative: '第二件密件敘述',
    persons: [{ name: '蘇密語', addresses: [], phones: [], identifierGiven: false }],
  });
});
