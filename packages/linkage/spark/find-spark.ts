// Where is the Spark that PySpark brings, and is there a Java for it?
// The virtual environment's folder comes from LINKAGE_SPARK_VENV or the first argument; without one, Spark counts as not there.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** SPARK_HOME inside a virtual environment with PySpark; undefined if it holds none. */
export const sparkHomeIn = (venv: string): string | undefined => {
  const lib = join(venv, 'lib');
  if (!existsSync(lib)) return undefined;
  return readdirSync(lib)
    .map((python) => join(lib, python, 'site-packages', 'pyspark'))
    .find((home) => existsSync(join(home, 'bin', 'spark-sql')));
};

/** Major version of the `java` that Spark would run, 0 if there is none. */
export const javaVersion = (): number => {
  const { JAVA_HOME } = process.env;
  const java = JAVA_HOME === undefined ? 'java' : join(JAVA_HOME, 'bin', 'java');
  const ran = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(`${ran.stderr ?? ''}${ran.stdout ?? ''}`)?.[1] ?? 0);
};
