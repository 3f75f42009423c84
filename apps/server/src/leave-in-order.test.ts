// A stop ends, whatever the steps do, and says which of them did not.
import { expect, test } from 'vitest';
import { type Leaving, leaveInOrder, sayUndone } from './leave-in-order.ts';

const never = () => new Promise(() => undefined);
const step = (name: string, run: () => Promise<unknown>): Leaving => ({ name, zh: `「${name}」`, withinMs: 50, run });

test('the last begun is ended first, and one that never ends or fails stops nobody', async () => {
  const done: string[] = [];
  const ends = (name: string) => step(name, async () => done.push(name));
  const fails = step('fails', async () => {
    throw new Error('gone');
  });
  const throws = step('throws', () => {
    throw new Error('at once');
  });
  const undone = await leaveInOrder([ends('first'), step('hangs', never), ends('second'), fails, throws, ends('third')]);
  expect(done).toEqual(['third', 'second', 'first']);
  expect(undone.map((one) => one.step.name)).toEqual(['throws', 'fails', 'hangs']);
  expect(sayUndone(undone)).toContain('「hangs」');
});

test('what fails after its time is nobody’s any more', async () => {
  const late = step('late', () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 80)));
  expect((await leaveInOrder([late])).length).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 60));
});
