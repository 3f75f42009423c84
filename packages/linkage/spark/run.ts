// `npm run test:spark`: DuckDB against a real standalone Spark cluster. Ends with 0 passed, 1 failed, 77 not run because PySpark or Java is not there.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from './cluster.ts';
import { compareEngines } from './compare.ts';
import { javaVersion, sparkHomeIn } from './find-spark.ts';
import { TEST_SETS } from './people.ts';

const NOT_RUN = 77;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => process.exit(code));
}

const venv = process.argv[2] ?? process.env.LINKAGE_SPARK_VENV;
const home = venv === undefined ? undefined : sparkHomeIn(venv);

const test = async (sparkHome: string): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'linkage-spark-'));
  const cluster = await startCluster(sparkHome, folder);
  let failed = 0;
  try {
    for (const set of TEST_SETS) {
      const found = await compareEngines(set, cluster.command, join(folder, set.name));
      const good = found.different === 0 && found.regrouped === 0 && found.edges > 50 && found.clusters > 5;
      if (!good) failed++;
      say(
        `${good ? 'ok  ' : 'FAIL'} ${set.name}: ${found.edges} edges, ${found.clusters} clusters, ${found.different} edges and ${found.regrouped} records differ`,
      );
    }
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
  say(`${TEST_SETS.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
};

if (home === undefined) {
  say('skipped: no PySpark. Name its virtual environment in LINKAGE_SPARK_VENV (bench/linkage/rivals/README.md says how to make one).');
  process.exitCode = NOT_RUN;
} else if (javaVersion() < 17) {
  say('skipped: Spark needs Java 17 or later.');
  process.exitCode = NOT_RUN;
} else {
  process.exitCode = await test(home);
}
