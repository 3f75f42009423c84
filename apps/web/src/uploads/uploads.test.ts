// Files go one after the other; a dropped connection is tried again with the same key, what was taken back is gone, and nobody's file is sent twice.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const page = new EventTarget();
vi.stubGlobal('window', page);
vi.mock('../client/problem.ts', () => ({
  readProblem: (error: unknown) => ({ offline: error instanceof TypeError, code: 'x', sentence: String((error as Error).message) }),
}));
vi.mock('../words/index.ts', () => ({ m: { file_over_limit: ({ mb }: { mb: number }) => `over ${mb}` } }));
const { cancelUpload, retryUpload, startUploads, uploading, underWay } = await import('./uploads.ts');

const file = (name: string, size = 10) => ({ name, size, lastModified: 1 }) as File;
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  for (const one of underWay()) cancelUpload(one.id);
  vi.useRealTimers();
});
const states = () => underWay().map((one) => [one.file.name, one.state, one.sent]);
const settle = () => vi.advanceTimersByTimeAsync(0);

test('one after the other; the second press takes nothing twice', async () => {
  const endings: (() => void)[] = [];
  const work = vi.fn(() => new Promise<void>((done) => endings.push(done)));
  startUploads('p', [file('a'), file('b')], work);
  startUploads('p', [file('a')], work);
  await settle();
  expect(states()).toEqual([
    ['a', 'sending', 0],
    ['b', 'waiting', 0],
  ]);
  endings[0]!();
  await settle();
  expect(states()).toEqual([['b', 'sending', 0]]);
  endings[1]!();
  await settle();
  expect(work).toHaveBeenCalledTimes(2);
  expect(uploading()).toBe(false);
});

test('a dropped connection is tried again with the same key, at once when the network is back, and given up after a while', async () => {
  const keys: string[] = [];
  const work = async (_: File, { key, onSent }: { key: string; onSent: (n: number) => void }) => {
    keys.push(key);
    onSent(4);
    throw new TypeError('cut');
  };
  startUploads('p', [file('c')], work);
  await settle();
  expect(states()).toEqual([['c', 'again', 4]]);
  page.dispatchEvent(new Event('online'));
  await settle();
  expect(keys).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states()).toEqual([['c', 'failed', 4]]);
  expect(keys).toHaveLength(5);
  expect(new Set(keys).size).toBe(1);
  const [failed] = underWay();
  retryUpload(failed!.id);
  await settle();
  expect(new Set(keys).size).toBe(1);
});

test('what is taken back ends its request and is gone; what is refused says why and is not tried again; too large is not sent at all', async () => {
  const aborted: string[] = [];
  startUploads(
    'p',
    [file('d')],
    (one, { signal }) => new Promise((_, no) => signal.addEventListener('abort', () => no(aborted.push(one.name)))),
  );
  await settle();
  cancelUpload(underWay()[0]!.id);
  await settle();
  expect([aborted, states()]).toEqual([['d'], []]);
  const refuse = vi.fn(() => Promise.reject(new Error('not this type')));
  startUploads('p', [file('e'), file('f', 99_000_000)], refuse);
  await settle();
  expect(underWay().map((one) => [one.file.name, one.state, one.why])).toEqual([
    ['e', 'failed', 'not this type'],
    ['f', 'failed', 'over 25'],
  ]);
  expect(refuse).toHaveBeenCalledTimes(1);
});
