import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const ROOT = join(PACKAGE, '..', '..');
const PEOPLE = join(PACKAGE, 'examples', 'people.csv');

/** The version that users of long-lived systems still have; taken from the machine if it is there, else from the npm package of that name. */
const NODE_20 = '20.20.2';

let folder: string;
let node20: string;

const run = (command: string, args: readonly string[], cwd: string): string => {
  const path = `${join(ROOT, 'node_modules', '.bin')}:${process.env.PATH}`;
  return execFileSync(command, [...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: path, NODE_COMPILE_CACHE: join(folder, 'compiled') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
};

const versionOf = (node: string): string => {
  try {
    return execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
};

const findNode20 = (): string => {
  const there = (process.env.PATH ?? '')
    .split(':')
    .map((part) => join(part, 'node'))
    .find((node) => existsSync(node) && versionOf(node).startsWith('v20.'));
  if (there !== undefined) return there;
  const home = join(folder, 'node20');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `node-${process.platform}-${process.arch}@${NODE_20}`], home);
  return join(home, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'linkage-package-'));
  node20 = findNode20();
  // Packed from a copy: packing rewrites the manifest for a moment, and others may be reading it here.
  const copy = join(folder, 'copy', 'packages', 'linkage');
  cpSync(PACKAGE, copy, { recursive: true, filter: (path) => !/node_modules|\/dist(\/|$)/.test(path.slice(PACKAGE.length)) });
  cpSync(join(ROOT, 'tsconfig.base.json'), join(folder, 'copy', 'tsconfig.base.json'));
  if (existsSync(join(ROOT, 'LICENSE'))) cpSync(join(ROOT, 'LICENSE'), join(folder, 'copy', 'LICENSE'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'copy', 'node_modules'));
  run('npm', ['pack', '--pack-destination', folder], copy);
  // A killed or finished pack leaves the manifest as it was.
  expect(JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')).exports['.']).toBe('./src/index.ts');
  const user = join(folder, 'user');
  mkdirSync(user);
  writeFileSync(join(user, 'package.json'), '{"private":true,"type":"module"}');
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', join(folder, tarball)], user);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PROGRAM = `
import { defineModel, scorePair, train } from '@anwang/linkage';
import { jaroWinkler } from '@anwang/linkage/shelf';
const model = defineModel({ locale: 'zh-TW', columns: [{ column: 'name', role: 'full-name' }, { column: 'born', role: 'birth-date' }] });
const { probability } = scorePair(model, { name: '陳怡君', born: '1990-01-02' }, { name: '陳宜君', born: '79/1/2' });
const rows = Array.from({ length: 40 }, (_, i) => ({ id: String(i), name: '陳' + '怡志淑俊'[i % 4] + '君明芬傑豪'[i % 5], born: (1950 + (i % 20)) + '-01-02' }));
const trained = await train(rows, { locale: 'zh-TW', columns: model.columns });
console.log(JSON.stringify({ node: process.versions.node, probability, records: trained.training.records, similarity: jaroWinkler('陳大明', '陳小明') }));
`;

const dedupeInto = (out: string): string[] =>
  `dedupe --input ${PEOPLE} --id record_id --role name=full-name --role birth_date=birth-date --role phone=phone --out ${out} --json --workers 1`.split(
    ' ',
  );

/** Bytecode of `dedupe` that was kept, and when. */
const keptCode = () =>
  readdirSync(join(folder, 'compiled'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('-dedupe.bytecode'))
    .map((file) => ({ file, when: statSync(join(folder, 'compiled', file)).mtimeMs }));

describe('the packed package, installed in an empty folder', () => {
  it('brings JavaScript and declarations and no TypeScript sources', () => {
    const home = join(folder, 'user', 'node_modules', '@anwang', 'linkage');
    const files = readdirSync(home, { recursive: true, encoding: 'utf8' });
    expect(files).toContain('dist/index.js');
    for (const name of [
      'dist/index.d.ts',
      'LICENSE',
      'README.md',
      'dist/shelf/taiwan/data/LICENCES.md',
      'dist/bin/duckdb-node-api.LICENSE',
    ])
      expect(files).toContain(name);
    expect(files.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))).toEqual([]);
    expect(files.filter((name) => name.includes('.test.'))).toEqual([]);
    const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('private');
    expect(manifest.license).toBe('Apache-2.0');
  });

  it.each([
    ['20', () => node20],
    ['24', () => process.execPath],
  ] as const)('runs as library and as command on Node %s', (major, node) => {
    const user = join(folder, 'user');
    const program = join(user, 'program.js');
    writeFileSync(program, PROGRAM);
    const answer = JSON.parse(run(node(), [program], user));
    expect(answer.node.startsWith(`${major}.`)).toBe(true);
    expect(answer.probability).toBeGreaterThan(0.9);
    expect(answer.records).toBe(40);
    expect(answer.similarity).toBeCloseTo(0.8, 3);
    const out = join(folder, `out${major}`);
    const command = join(user, 'node_modules', '.bin', 'linkage');
    const report = JSON.parse(run(node(), [command, ...dedupeInto(out)], user));
    expect(report.records).toBe(480);
    expect(existsSync(join(out, 'edges.parquet'))).toBe(true);
    // Packed and bundled, it is the same program.
    const ofSources = join(folder, `sources${major}`);
    run(process.execPath, [join(PACKAGE, 'src', 'command', 'main.ts'), ...dedupeInto(ofSources)], PACKAGE);
    for (const file of ['clusters.parquet', 'edges.parquet'])
      expect(readFileSync(join(out, file))).toEqual(readFileSync(join(ofSources, file)));
    // And so it is from the bytecode that the first run left (Node 20 keeps none), which the second run takes: what V8 does not take is written anew.
    const kept = keptCode();
    expect(kept).toHaveLength(major === '24' ? 1 : 0);
    const again = join(folder, `again${major}`);
    run(node(), [command, ...dedupeInto(again)], user);
    expect(keptCode()).toEqual(kept);
    for (const file of ['clusters.parquet', 'edges.parquet'])
      expect(readFileSync(join(again, file))).toEqual(readFileSync(join(out, file)));
  });

  it('gives the compiler its types', () => {
    const user = join(folder, 'user');
    writeFileSync(
      join(user, 'typed.ts'),
      `import { scorePair, type Model } from '@anwang/linkage';\nexport const p = (m: Model): number => scorePair(m, { a: 'x' }, { a: null }).probability;\n// @ts-expect-error a model is not a number\nexport const q = scorePair(1, {}, {});\n`,
    );
    expect(run('tsc', ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2023', 'typed.ts'], user)).toBe('');
  });
});
