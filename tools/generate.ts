// `npm run generate`: makes every generated artefact again, so that the effect of a change is seen in review (house law 6). The tests compare the same files.
import { join } from 'node:path';
import { root } from './house/sources.ts';
import { runCommand } from './run-command.ts';

/** A generator: what it writes, and its own entry point or the tests whose file snapshots are the artefact. */
type Generator = { readonly writes: string } & ({ readonly entry: string } | { readonly snapshotsOf: readonly string[] });

// The store comes first: the types of its tables are read by those after it.
const generators: readonly Generator[] = [
  {
    writes: 'packages/store: schema.sql, database.generated.ts, policies/020-roles.sql, 030-policies.sql',
    entry: 'packages/store/src/schema/generate.ts',
  },
  { writes: 'packages/contract/openapi.json, docs/reference', entry: 'apps/server/src/reference/generate.ts' },
  { writes: 'SQL of the measures', entry: 'apps/server/src/features/measures/generate.ts' },
  { writes: 'tables of Han characters and places', entry: 'packages/linkage/tables/build.ts' },
  {
    writes: 'packs as JSON, SQL of the linkage plan, faces of rare characters',
    snapshotsOf: [
      'packages/packs/src/catalog.test.ts',
      'packages/linkage/src/compile/compile-sql.test.ts',
      'apps/web/src/ui/rare-characters.test.ts',
    ],
  },
];

let failed = 0;
for (const generator of generators) {
  const [command, args] =
    'entry' in generator
      ? [process.execPath, ['--disable-warning=ExperimentalWarning', join(root, generator.entry)]]
      : [join(root, 'node_modules/.bin/vitest'), ['run', '--update', '--project', 'node', ...generator.snapshotsOf]];
  const run = await runCommand(command, args, { cwd: root });
  process.stdout.write(`${run.code === 0 ? '✓' : '✗'} ${generator.writes} (${run.seconds.toFixed(1)} s)\n`);
  if (run.code !== 0) {
    failed += 1;
    process.stdout.write(run.output);
  }
}
const changed = await runCommand('git', ['status', '--short', '--', 'packages', 'apps', 'docs/reference'], { cwd: root });
if (failed === 0)
  process.stdout.write(`產生檔已更新；以下與上次提交不同 Generated; different from the last commit:\n${changed.output || '–\n'}`);
process.exitCode = failed > 0 ? 1 : 0;
