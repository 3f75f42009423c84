// Answers in any order, requests that are lost, and some that are given up and arrive long after: in the end the server has what was typed last, or nothing once it was sent.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDraftSender, type DraftSender } from './draft-sender.ts';

type Standing = { turn: number; body: string | null };
/** `late`: given up by the device, and done by the server when everything else is over. `answerLost`: done, and the device does not learn of it. */
const fates = ['ok', 'slow', 'lost', 'answerLost', 'late'] as const;
type Fate = (typeof fates)[number];

/** The server as the store's test holds it: what comes late in turn is passed over. */
function createServer(fateOf: () => Fate) {
  let standing: Standing | undefined;
  const late: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  const put = (turn: number, body: string | null): number => {
    if (standing === undefined || turn > standing.turn) standing = { turn, body };
    return standing.turn;
  };
  const answer = async (turn: number, body: string | null): Promise<{ savedAt: string; turn: number }> => {
    const fate = fateOf();
    if (fate === 'slow') await new Promise<void>((done) => waiting.push(done));
    if (fate === 'late') late.push(() => void put(turn, body));
    if (fate === 'lost' || fate === 'late') throw new TypeError('network');
    const stands = put(turn, body);
    if (fate === 'answerLost') throw new TypeError('network');
    return { savedAt: '2026-11-28T00:00:00.000Z', turn: stands };
  };
  return {
    answer,
    /** One of the requests that hang is answered. */
    release: (at: number) => waiting.splice(at % Math.max(waiting.length, 1), 1)[0]?.(),
    releaseAll: () => {
      for (const done of waiting.splice(0)) done();
    },
    arriveLate: () => {
      for (const arrive of late.splice(0).reverse()) arrive();
    },
    body: () => standing?.body ?? null,
  };
}

const settle = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ do: 'type' as const }) },
  { weight: 4, arbitrary: fc.constant({ do: 'send' as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('release' as const), at: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'reload' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clock' as const), by: fc.integer({ min: -100_000, max: 100_000 }) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'sent' as const }) },
);

test('what was typed last is what stands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.array(fc.constantFrom(...fates), { maxLength: 60 }), async (steps, drawn) => {
      const clock = { ms: 1_000_000 };
      const left = [...drawn];
      const server = createServer(() => left.shift() ?? 'ok');
      const begin = (): DraftSender<string> =>
        createDraftSender<string>(
          { save: (body, turn) => server.answer(turn, body), drop: (turn) => server.answer(turn, null), now: () => clock.ms },
          { saved: () => {}, failed: () => {} },
        );
      let sender = begin();
      let typed: string | null = null;
      let n = 0;
      let latestMs = clock.ms;
      for (const each of steps) {
        if (each.do === 'type') {
          typed = `第 ${n++} 次`;
          sender.typed(typed);
        } else if (each.do === 'send') void sender.send();
        else if (each.do === 'release') server.release(each.at);
        else if (each.do === 'clock') clock.ms += each.by;
        else if (each.do === 'sent') {
          typed = null;
          void sender.drop();
        } else if (typed !== null) {
          // The page is loaded anew and goes on from what the device kept; the clock of the device went on meanwhile.
          clock.ms = latestMs += 200_000;
          sender.forget();
          sender = begin();
          sender.typed(typed);
        }
        latestMs = Math.max(latestMs, clock.ms);
        await settle();
      }
      // The network is back: everything that hangs is answered, and it is sent until it is there.
      left.length = 0;
      for (let i = 0; i < 3; i++) {
        server.releaseAll();
        await settle();
        await sender.send();
      }
      server.arriveLate();
      expect(server.body()).toBe(typed);
    }),
    { numRuns: 500 },
  );
});
