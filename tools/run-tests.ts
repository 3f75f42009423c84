// Everything `npm test` and CI run, in one place: web build, types, lint, dead code, all tests, browser, Spark where it is there.
// Ends with a plain `N passed, N failed` line; `npm test -- <words>` runs only the test files whose path holds one of them.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb } from './build-web.ts';
import { findChromium } from './find-chromium.ts';
import { root } from './house/sources.ts';
import { runCommand } from './run-command.ts';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
const filters = process.argv.slice(2);
const bin = (name: string) => join(root, 'node_modules/.bin', name);
const scratch = mkdtempSync(join(tmpdir(), 'anwang-test-'));

function count(name: string, outcome: keyof Tally, seconds: number, detail = ''): void {
  total[outcome] += 1;
  const sign = { passed: '✓', failed: '✗', skipped: '–' }[outcome];
  process.stdout.write(`${sign} ${name} (${seconds.toFixed(1)} s)${detail ? `\n${detail}` : ''}\n`);
}

async function check(name: string, command: string, args: readonly string[]): Promise<void> {
  const run = await runCommand(command, args, { cwd: root });
  count(name, run.code === 0 ? 'passed' : 'failed', run.seconds, run.code === 0 ? '' : run.output);
}

/** Runs Vitest projects and adds their numbers; a run that dies without a report counts as one failure. What it prints comes as it comes, or when it is done. */
async function vitest(projects: readonly string[], env: NodeJS.ProcessEnv, when: 'at once' | 'at its end'): Promise<void> {
  const report = join(scratch, `${projects.join('-')}.json`);
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '--passWithNoTests',
    ...projects.flatMap((project) => ['--project', project]),
    ...filters,
  ];
  const run = await runCommand(bin('vitest'), args, { cwd: root, show: when === 'at once', env: { ...env, NO_COLOR: '1' } });
  if (when === 'at its end') process.stdout.write(run.output);
  const result = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Record<string, unknown>) : {};
  const number = (key: string) => (typeof result[key] === 'number' ? result[key] : 0);
  total.passed += number('numPassedTests');
  total.failed += number('numFailedTests');
  total.skipped += number('numPendingTests') + number('numTodoTests');
  if (run.code !== 0 && number('numFailedTests') === 0)
    count(`vitest ${projects.join(' ')}`, 'failed', run.seconds, 'ended without a failed test: see above');
}

const web = await buildWeb();
if (web.ok) count(web.cached ? 'web build (cached)' : 'web build', 'passed', web.seconds);
else count('web build', 'failed', 0, web.output);

if (filters.length === 0) {
  await Promise.all([
    check('types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']),
    check('lint', bin('biome'), ['check', '--error-on-warnings', '.']),
  ]);
  await Promise.all([
    check('types of the web', bin('tsc'), ['--noEmit', '-p', 'apps/web/tsconfig.json']),
    check('dead code', bin('knip'), []),
  ]);
}
// Beside each other: a browser's test waits for its page half of the time, most others for PostgreSQL.
async function inTheBrowser(): Promise<void> {
  const chromium = await findChromium(root);
  if (chromium.path !== null) await vitest(['browser'], { ...process.env, CHROMIUM: chromium.path }, 'at its end');
  else count('browser tests', 'failed', 0, `Chromium is not on this machine. Install it with:\n  ${chromium.command}`);
}
await Promise.all([vitest(['node', 'zone'], process.env, 'at once'), inTheBrowser()]);

if (filters.length === 0) {
  const spark = await runCommand(process.execPath, [join(root, 'packages/linkage/spark/run.ts')], { cwd: root, show: true });
  count('Spark gives the same edges as DuckDB', spark.code === 0 ? 'passed' : spark.code === 77 ? 'skipped' : 'failed', spark.seconds);
}

rmSync(scratch, { recursive: true, force: true });
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
