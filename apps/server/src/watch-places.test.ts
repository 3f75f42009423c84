// What is gone from under a running server is said once, and once when it is back.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placesOf, watchPlaces } from './watch-places.ts';

test('a key file that goes and comes back is told of twice, and the sentence says not to stop', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anwang-places-'));
  const file = join(folder, 'x.keys.json');
  writeFileSync(file, '{}');
  const said: [string, boolean][] = [];
  const stop = watchPlaces(placesOf(file, folder), (place, gone) => said.push([place.path, gone]), 5);
  const until = async (count: number) => expect.poll(() => said.length).toBe(count);
  renameSync(file, `${file}.away`);
  await until(1);
  await new Promise((resolve) => setTimeout(resolve, 30));
  renameSync(`${file}.away`, file);
  await until(2);
  expect(said).toEqual([
    [file, true],
    [file, false],
  ]);
  stop();
  rmSync(folder, { recursive: true });
  expect(placesOf(file, folder)[0]?.en).toMatch(/before you stop the server/);
});
