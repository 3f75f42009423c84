// The server: opens the installation, refuses to serve with roles that policies would not bind, listens, works, and leaves in order.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { instantFromMs } from '@anwang/core/time';
import { startSealer } from '@anwang/store/audit';
import { explainTrouble, openInstallation } from '@anwang/store/installation';
import { startJobs } from '@anwang/store/jobs';

import pino from 'pino';
import { buildHouse } from './build-house.ts';
import { handlers } from './features/index.ts';
import { makeApp } from './http/app.ts';
import { closeApp } from './http/close-app.ts';
import { partOf } from './http/explain-error.ts';
import { type Announce, jobsOf, schedule } from './jobs/index.ts';
import { type Leaving, leaveInOrder, sayUndone, type Undone } from './leave-in-order.ts';
import { servingFaults } from './role-faults.ts';
import { readSettings, wholeNumber } from './settings.ts';
import { hasSecondFactors, signInSecret } from './sign-in-secret.ts';
import { placesOf, watchPlaces } from './watch-places.ts';

/** Starts everything and gives the way to stop it. */
async function start(): Promise<() => Promise<readonly Undone[]>> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string' } } });
  const read = readSettings();
  const settings = {
    ...read,
    data: resolve(values.data ?? read.data),
    port: values.port === undefined ? read.port : wholeNumber('--port', values.port),
  };
  where = settings.data;
  const log = pino({ level: settings.log, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const onError = (what: string) => (error: unknown) =>
    log.error({ what, error: error instanceof Error ? { name: error.name, code: partOf(error, 'code') } : 'unknown' }, 'background');
  // The operator's log is the first receiver of the outbox: late clocks and emergency access stand out, events of cases are told to whoever listens closely.
  const announce: Announce = (message) => log[message.topic === 'caseEvent' ? 'debug' : 'warn'](message, 'notice');
  const installation = await openInstallation({
    data: settings.data,
    databaseUrl: settings.databaseUrl ?? undefined,
    migrationsUrl: settings.migrationsUrl ?? undefined,
    keys: settings.keys ?? undefined,
    pooled: settings.pooled,
    connections: settings.connections,
    onRestart: (event) => log.warn(event, 'postgresql'),
  });
  const leaving: Leaving[] = [];
  const onLeaving = (name: string, zh: string, run: () => Promise<unknown>, withinMs = 10_000) => leaving.push({ name, zh, run, withinMs });
  const leave = async (): Promise<readonly Undone[]> => {
    const undone = await leaveInOrder(leaving);
    for (const { step, error } of undone) onError(`stop: ${step.name}`)(error);
    return undone;
  };
  // PostgreSQL itself has 30 s: it writes what is in memory.
  onLeaving('database', '資料庫', () => installation.close(), 45_000);
  try {
    await installation.migrate();
    const faults = await servingFaults(installation.targets);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    const origin = settings.origin ?? `http://${settings.host}:${settings.port}`;
    const { house, close } = await buildHouse({
      store: installation.store,
      settings,
      origin,
      secret: signInSecret(installation.keyFile, await hasSecondFactors(installation.logins)),
      now: () => instantFromMs(Date.now()),
      onError: (what, error) => onError(what)(error),
    });
    onLeaving('sign-in', '登入', close);
    if (settings.work !== 'requests') {
      const heads = `${settings.data}/audit-heads.jsonl`;
      onLeaving(
        'sealing the audit',
        '稽核簽署',
        startSealer(installation.store, heads, { copyTo: settings.headsCopy, onError: onError('sealer') }),
      );
      const jobs = { jobs: jobsOf(house, announce), schedule, onError: (task: string, error: unknown) => onError(task)(error) };
      onLeaving('jobs', '背景作業', await startJobs(installation.store, jobs));
    }
    if (settings.work !== 'jobs') {
      const web = settings.web ?? resolve(import.meta.dirname, '../../web/dist');
      const app = await makeApp({ house, handlers, log, web });
      onLeaving('requests', '連線', () => closeApp(app));
      const address = await app.listen({ host: settings.host, port: settings.port });
      process.stdout.write(`listening ${address}\n`);
    }
    // Whoever looks at the terminal or the journal reads a sentence, the log a line.
    const places = watchPlaces(placesOf(installation.keyFile, settings.data), (place, gone) => {
      log[gone ? 'error' : 'info']({ path: place.path, gone }, 'place');
      if (gone) process.stderr.write(`${place.zh}\n${place.en}\n`);
    });
    onLeaving('watching', '檢查', async () => places());
    return leave;
  } catch (error) {
    await leave();
    throw error;
  }
}

/** The data folder, for the sentence about what went wrong. */
let where = '';
try {
  // Heard from the beginning: what comes while PostgreSQL starts or migrates is obeyed when it stands, and nothing is left running.
  const asked = new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop());
  });
  const leave = await start();
  void asked.then(leave).then((undone) => {
    if (undone.length > 0) process.stderr.write(sayUndone(undone));
    process.exit(undone.length > 0 ? 1 : 0);
  });
} catch (error) {
  const shown = explainTrouble(error, where);
  const taken = partOf(error, 'code') === 'EADDRINUSE';
  const zh = shown instanceof Error ? Reflect.get(shown, 'zh') : undefined;
  if (taken || typeof zh === 'string') process.stderr.write(`${taken ? '埠號已被其他程式使用，請以 --port 換一個。' : zh}\n`);
  process.stderr.write(
    `${taken ? 'The port is in use by another program. Choose another with --port.' : shown instanceof Error ? shown.message : String(shown)}\n`,
  );
  process.exit(1);
}
