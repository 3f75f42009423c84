// The page about routes tells the truth: its snippets are run, and each line that claims a value is compared with it.
import { readFileSync } from 'node:fs';
import * as contract from '@anwang/contract';
import * as problems from '@anwang/contract/problems';
import * as route from '@anwang/contract/route';
import * as shapes from '@anwang/contract/shapes';
import { expect, test } from 'vitest';

const rooms: Readonly<Record<string, unknown>> = {
  '@anwang/contract': contract,
  '@anwang/contract/problems': problems,
  '@anwang/contract/route': route,
  '@anwang/contract/shapes': shapes,
};
const page = readFileSync(new URL('../../../../docs/handbook/route.md', import.meta.url), 'utf8');
const snippets = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map((found) => found[1] ?? '');

/** Imports look into the rooms above; a line with an arrow becomes a claim. */
const asScript = (snippet: string): string =>
  snippet
    .split('\n')
    .map((line) =>
      line.replace(/^import (\{.*\}) from '(.*)';$/, "const $1 = rooms['$2'];").replace(/^(.*); \/\/ → (.*)$/, 'claim($1, $2);'),
    )
    .join('\n');

test.each(snippets.map((snippet, at) => [at + 1, snippet] as const))('snippet %i', (_at, snippet) => {
  const claims: [unknown, unknown][] = [];
  new Function('rooms', 'claim', asScript(snippet))(rooms, (found: unknown, said: unknown) => claims.push([found, said]));
  expect(claims.length).toBeGreaterThan(0);
  for (const [found, said] of claims) expect(found).toEqual(said);
});
