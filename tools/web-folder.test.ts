// A new build of the web under pages that are open: what they still have to load is there, for a few builds, and the folder is never half of one.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { putInPlace } from './web-folder.ts';

let place = '';
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'anwang-web-folder-'));
});
afterEach(() => rmSync(place, { recursive: true }));

const folder = () => join(place, 'dist');
/** Makes a build with its page and these assets, and puts it in place. */
function build(page: string, ...assets: string[]): void {
  const next = join(place, '.dist-next');
  mkdirSync(join(next, 'assets'), { recursive: true });
  writeFileSync(join(next, 'index.html'), page);
  for (const name of assets) writeFileSync(join(next, 'assets', name), name);
  putInPlace(next, folder());
}
const page = () => readFileSync(join(folder(), 'index.html'), 'utf8');
const assets = () => readdirSync(join(folder(), 'assets')).sort();

test('the files of the build before stay beside those of the new one', () => {
  build('first', 'font-1.woff2', 'case-1.js');
  build('second', 'font-1.woff2', 'case-2.js');
  expect([page(), assets()]).toEqual(['second', ['case-1.js', 'case-2.js', 'font-1.woff2']]);
  expect(readdirSync(place), 'nothing else is left').toEqual(['dist']);
});

test('a build of long ago goes, and what a later one uses too stays', () => {
  build('0', 'font-1.woff2', 'case-0.js');
  for (const n of [1, 2, 3, 4]) build(String(n), 'font-1.woff2', `case-${n}.js`);
  expect(assets()).toEqual(['case-1.js', 'case-2.js', 'case-3.js', 'case-4.js', 'font-1.woff2']);
});

test('a folder from before there was a list is one build', () => {
  mkdirSync(join(folder(), 'assets'), { recursive: true });
  writeFileSync(join(folder(), 'assets', 'old-1.js'), '');
  build('new', 'new-1.js');
  expect(assets()).toEqual(['new-1.js', 'old-1.js']);
});

test('what an interrupted exchange left behind is in nobody’s way', () => {
  mkdirSync(join(place, '.dist-next.old'));
  build('first', 'a-1.js');
  build('second', 'a-2.js');
  expect(existsSync(join(place, '.dist-next.old'))).toBe(false);
  expect(page()).toBe('second');
});
