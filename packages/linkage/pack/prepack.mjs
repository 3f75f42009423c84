// Runs before `npm pack`: compiles the sources to JavaScript and declarations, and lets the packed manifest point to them.
// Inside the repository the sources are run as they are; Node runs no TypeScript below node_modules, so a package must bring JavaScript.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundle } from './bundle.mjs';

const manifest = 'package.json';
const kept = '.package.json.kept';

// A pack that was killed half-way left the manifest changed: put it back first.
if (existsSync(kept)) copyFileSync(kept, manifest);
rmSync('dist', { recursive: true, force: true });
const built = spawnSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: ['ignore', 2, 2] });
if (built.status !== 0) process.exit(built.status ?? 1);
await bundle('dist/bin');

// The tables' sources and their licences travel with the tables.
copyFileSync('src/shelf/taiwan/data/LICENCES.md', 'dist/shelf/taiwan/data/LICENCES.md');
// The licence lies once, at the root of the repository.
if (existsSync('../../LICENSE')) copyFileSync('../../LICENSE', 'LICENSE');
copyFileSync(manifest, kept);
const { private: _, scripts: __, devDependencies: ___, ...stated } = JSON.parse(readFileSync(manifest, 'utf8'));
const entry = (path) => ({ types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` });
const packed = {
  ...stated,
  engines: { node: '>=20.19' },
  bin: { linkage: 'dist/bin/main.js' },
  exports: { '.': entry('index'), './*': entry('*/index') },
};
writeFileSync(manifest, `${JSON.stringify(packed, null, 2)}\n`);
