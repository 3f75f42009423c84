// The house check: who may import whom, what may be used where, names, cycles, ratchets. Its rules are data in house.json.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { webSources } from '../build-web.ts';
import { coreOrder, countyNames, crossMember, cycles, featuresApart, fileNames, type House, purity } from './laws.ts';
import { listFiles } from './list-files.ts';
import { countRatchets } from './ratchet.ts';
import { importsOf, readSources, root, valueImportsOf } from './sources.ts';

const house: House = JSON.parse(readFileSync(join(root, 'house.json'), 'utf8'));
const sources = readSources();
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the house', () => {
  test('imports only what its room may import', () => {
    expect(
      sources.flatMap((source) => [...crossMember(house, source), ...coreOrder(house, source), ...featuresApart(house, source)]),
    ).toEqual([]);
  });
  test('has no import cycles', () => {
    expect(cycles(sources)).toEqual([]);
  });
  test('keeps clock, chance, environment and drivers in their homes', () => {
    expect(sources.flatMap((source) => purity(house, source))).toEqual([]);
  });
  test('names no county outside overlays and code tables', () => {
    const names = JSON.parse(read('tools/house/county-names.json')) as string[];
    expect(countyNames(house, names, sources)).toEqual([]);
  });
  test('names its files by what they are', () => {
    expect(sources.flatMap(fileNames)).toEqual([]);
  });
  test('writes English with straight apostrophes: the curly one is as wide as a Han character in the bundled font', () => {
    const shown = sources.filter((source) => !source.test && ['core', 'packs', 'contract', 'server', 'web'].includes(source.member ?? ''));
    const lines = shown.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line) => (/(en: |label\().*’/.test(line) ? [`${path}: ${line.trim()}`] : [])),
    );
    const words = listFiles(root, ['apps/web/messages']).filter((path) => path.endsWith('.en.json') && read(path).includes('’'));
    expect([...lines, ...words]).toEqual([]);
  });
  test('the first build of the web leaves nothing that makes the second start build again', () => {
    const tracked = new Set(
      spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root }).stdout.toString().split('\n'),
    );
    // A copy without a repository has nothing to compare with.
    expect(tracked.size > 1 ? webSources().filter((path) => !tracked.has(path)) : []).toEqual([]);
  });
  test('has a manifest for every member that lists what it may import', () => {
    const members = new Set(sources.flatMap((source) => source.member ?? []));
    expect(Object.keys(house.imports).sort()).toEqual([...members].sort());
  });
  test('says of every member in its README what it is for and where to begin', () => {
    const folders = new Set(sources.flatMap(({ path }) => /^(?:(?:packages|apps)\/[^/]+|testkit|bench|tools)(?=\/)/.exec(path)?.[0] ?? []));
    const dead = [...folders].flatMap((folder) => {
      if (!existsSync(join(root, folder, 'README.md'))) return [`${folder}/README.md`];
      const links = [...read(`${folder}/README.md`).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((link) => join(folder, link[1] ?? ''));
      return links.filter((link) => !existsSync(join(root, link)));
    });
    expect(dead).toEqual([]);
  });
  test('only ever has less of what it wants less of', () => {
    expect(countRatchets(sources), 'write the new numbers into house.json when they fell; mend the code when they rose').toEqual(
      house.ratchet,
    );
  });
});

describe('the house check itself', () => {
  const at = (path: string, text: string) => ({
    path,
    member: path.split('/')[1] ?? null,
    test: false,
    text,
    imports: importsOf(text),
    valueImports: valueImportsOf(text),
  });
  test('sees a forbidden import, a reach by path and a look upwards', () => {
    expect(crossMember(house, at('packages/core/src/lang/x.ts', "import { a } from '@anwang/store';"))).toHaveLength(1);
    expect(crossMember(house, at('packages/core/src/lang/x.ts', "import { a } from '../../../store/src/index.ts';"))).toHaveLength(1);
    expect(coreOrder(house, at('packages/core/src/time/x.ts', "import type { a } from '../cases/index.ts';"))).toHaveLength(1);
    expect(coreOrder(house, at('packages/core/src/unheard-of/x.ts', ''))).toHaveLength(1);
    expect(featuresApart(house, at('apps/server/src/features/cases/x.ts', "import { a } from '../people/y.ts';"))).toHaveLength(1);
  });
  test('sees a clock, a driver outside its home and a cycle', () => {
    expect(purity(house, at('packages/core/src/time/x.ts', 'export const now = () => Date.now();'))).toHaveLength(1);
    expect(
      purity(house, at('packages/core/src/time/x.ts', 'export const by = (a: string, b: string) => a.localeCompare(b);')),
    ).toHaveLength(1);
    expect(purity(house, at('packages/store/src/intake/x.ts', "import pg from 'pg';"))).toHaveLength(1);
    expect(cycles([at('packages/core/src/a.ts', "import './b.ts';"), at('packages/core/src/b.ts', "import './a.ts';")])).toHaveLength(1);
  });
  test('tells types from values', () => {
    const text =
      "import type { A } from 'a';\nimport { type B, type C } from 'b';\nimport d, { type E } from 'd';\nexport { f, type G } from 'f';";
    expect(valueImportsOf(text)).toEqual(['d', 'f']);
  });
  test('does not read prose as code', () => {
    expect(importsOf("// import { a } from 'b'\n/* import 'c' */\nexport const x = 1;")).toEqual([]);
  });
});
