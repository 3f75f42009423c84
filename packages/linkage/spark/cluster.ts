// A standalone Spark cluster on loopback: one master, two workers of one core each, gone with the test.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Cluster {
  /** What to hand to `--spark`. */
  readonly command: string;
  stop(): Promise<void>;
}

/** A Java process that shares two cores with others has taken more than a minute to say its first word. */
const PATIENCE = 300_000;

/** Resolves with the first match of `pattern` in what the process says. */
const heard = (child: ChildProcess, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Spark did not say ${pattern} in time:\n${said.slice(-3000)}`)), PATIENCE);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const match = pattern.exec(said);
      if (match === null) return;
      clearTimeout(timer);
      resolve(match[0]);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Spark ended with ${code}:\n${said.slice(-3000)}`));
    });
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

/** Starts master and workers below `folder`; every port is free and on 127.0.0.1. */
export const startCluster = async (home: string, folder: string): Promise<Cluster> => {
  const env = { ...process.env, SPARK_HOME: home, SPARK_LOCAL_IP: '127.0.0.1', SPARK_DAEMON_JAVA_OPTS: '-Dspark.worker.timeout=600' };
  const launch = (name: string, args: readonly string[]): ChildProcess => {
    const cwd = join(folder, name);
    mkdirSync(cwd, { recursive: true });
    return spawn(
      join(home, 'bin', 'spark-class'),
      [`org.apache.spark.deploy.${args[0]}`, '--host', '127.0.0.1', '--port', '0', '--webui-port', '0', ...args.slice(1)],
      {
        env,
        cwd,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
  };
  const running: ChildProcess[] = [];
  // However this process ends, the cluster ends with it; the workers take their executors along.
  process.once('exit', () => {
    for (const child of running) child.kill('SIGTERM');
  });
  const stop = async (): Promise<void> => {
    for (const child of running.reverse()) child.kill('SIGTERM');
    await Promise.all(running.map(ended));
  };
  try {
    const master = launch('master', ['master.Master']);
    running.push(master);
    const address = await heard(master, /spark:\/\/127\.0\.0\.1:\d+/);
    for (const name of ['worker1', 'worker2']) {
      const worker = launch(name, ['worker.Worker', '--cores', '1', '--memory', '1g', '--work-dir', join(folder, name, 'work'), address]);
      running.push(worker);
      await heard(worker, /Successfully registered with master/);
    }
    const conf = [
      'spark.ui.enabled=false',
      'spark.sql.catalogImplementation=in-memory',
      'spark.driver.host=127.0.0.1',
      // Some hundred rows: two partitions for two workers, and no second planning of every statement.
      'spark.sql.shuffle.partitions=2',
      'spark.default.parallelism=2',
      'spark.sql.adaptive.enabled=false',
      'spark.network.timeout=800s',
      'spark.executor.heartbeatInterval=60s',
    ];
    return {
      command: [
        'env',
        `SPARK_HOME=${home}`,
        'SPARK_LOCAL_IP=127.0.0.1',
        join(home, 'bin', 'spark-sql'),
        '--master',
        address,
        ...conf.flatMap((c) => ['--conf', c]),
      ].join(' '),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
