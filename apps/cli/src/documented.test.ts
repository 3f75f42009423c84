// Every command and every setting that the documents name exists as they print it: a guide is typed from, not read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SETTINGS } from './settings.ts';
import { commandOf } from './usage.ts';

const root = join(import.meta.dirname, '../../..');
const pages = [
  'README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs/guides')).map((name) => `docs/guides/${name}`),
];
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');

/** What follows the name of the command, in a line of a block or between back-ticks; `…` stands for any command. */
const commands = pages.flatMap((page) =>
  [...textOf(page).matchAll(/(?:npm run -s anwang -- |`anwang )([a-z][^`#\n]*)/g)].map((found) => [page, (found[1] ?? '').trim()] as const),
);

test('there is something to hold the documents to', () => expect(commands.length).toBeGreaterThan(15));

test.each(commands)('%s: anwang %s', (_page, typed) => {
  const words = typed.split(/\s+/);
  const named = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2));
  // The value of an option follows it; an ellipsis says that any may.
  const positionals = words.filter((word, at) => !word.startsWith('--') && !words[at - 1]?.startsWith('--') && word !== '…');
  const known = commandOf(positionals);
  expect(known, typed).toBeDefined();
  expect(named.filter((name) => !known?.options.has(name))).toEqual([]);
});

test('no setting is named that nothing reads', () => {
  const ofServer = [...textOf('docs/reference/settings.md').matchAll(/^\| `([A-Z_]+)`/gm)].map((found) => found[1] ?? '');
  const known = new Set<string>([...ofServer, ...SETTINGS.map(([name]) => name)]);
  const named = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\b(?:ANWANG|DATABASE)_[A-Z_]+\b/g)].map((found) => `${page} ${found[0]}`),
  );
  expect(named.filter((each) => !known.has(each.split(' ')[1] ?? ''))).toEqual([]);
});
