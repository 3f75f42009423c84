// `anwang bench data --people N`: fills an empty data folder with a data set for measuring. Up to 62,500 people come through the demo's own writers;
// more are twins of these: their people through the same writers, their reports and cases rewritten line by line, and an audit of ten million rows.

import { join } from 'node:path';
import { instantFromMs } from '@anwang/core/time';
import { systemActors } from '@anwang/store/access';
import { sealOnce } from '@anwang/store/audit';
import type { Installation } from '@anwang/store/installation';
import { connectAs } from '@anwang/store/session';
import { DEMO_COUNTIES, populationChunk } from '@anwang/synth';
import { copyHistory } from '../bench-data/copy-history.ts';
import { fillAudit } from '../bench-data/fill-audit.ts';
import { MOST_TWINS, twinPopulation } from '../bench-data/twins.ts';
import { Failure } from '../failure.ts';
import { fillDemo } from '../seed/fill-demo.ts';
import { writePeople } from '../seed/people-rows.ts';
import { benchPlan } from '../seed/plan.ts';
import { type Progress, progressOn } from '../seed/progress.ts';
import type { SeedState } from '../seed/state.ts';
import { withInstallation } from './open.ts';

/** People that are written one by one. */
const BASE_PEOPLE = 62_500;
const AUDIT_ROWS = 10_000_000;
/** Transactions at once: Node prepares one while PostgreSQL writes the other. */
const LANES = 2;

const writeTwins = async ({ store }: Installation, state: SeedState, twins: number, progress: Progress): Promise<void> => {
  const [county] = DEMO_COUNTIES;
  if (county === undefined) throw new Error('there is no demo county');
  const anchorMs = Date.parse(state.anchor);
  const at = instantFromMs(anchorMs - 760 * 86_400_000);
  const as = <T>(work: Parameters<typeof store.withActor<T>>[3]) =>
    store.withActor(systemActors.seeder, 'system', { route: 'cli.benchData' }, work);
  const jobs = Array.from({ length: state.total * twins }, (_, n) => ({ index: n % state.total, k: 1 + Math.floor(n / state.total) }));
  const key = (index: number, k: number) => `bench.twins.${k}.${index}`;
  let next = 0;
  const lane = async () => {
    for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) {
      const { index, k } = job;
      progress.step(next, jobs.length, '量測人口 People');
      const plan = benchPlan(BASE_PEOPLE).chunks[index];
      const chunk = twinPopulation(populationChunk({ seed: state.seed, county, index, anchorMs, people: plan?.people ?? 1000 }), k);
      await as(async (tx) => {
        // The mark is written with the chunk: a killed run goes on after it.
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('system.setting')
          .values({ key: key(index, k), value: 'true' })
          .onConflict((c) => c.doNothing())
          .executeTakeFirst();
        if ((numInsertedOrUpdatedRows ?? 0n) > 0n) await writePeople(tx, county.id, chunk, at);
      });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
};

/** Fills or resumes a data set. */
export const benchData = (options: { readonly data?: string | undefined; readonly people?: string | undefined }): Promise<void> => {
  const people = Number(options.people ?? '60000');
  if (!Number.isInteger(people) || people < 1000)
    throw new Failure(2, '--people 必須是至少 1000 的整數。', '--people is a whole number of at least 1000.');
  return withInstallation(
    options.data,
    async (installation, data) => {
      const progress = progressOn(process.stdout);
      const { state } = await fillDemo({
        installation,
        data,
        size: 'county',
        now: instantFromMs(Date.now()),
        progress,
        plan: benchPlan(Math.min(people, BASE_PEOPLE)),
      });
      const twins = Math.min(MOST_TWINS, Math.ceil(people / BASE_PEOPLE) - 1);
      if (state === null || twins < 1) return progress.end('量測資料完成 Data set written');
      const admin = await connectAs({ config: installation.targets.owner.config }, 'bench data');
      try {
        await admin.query('set statement_timeout = 0');
        const done = await admin.query(`select from system.setting where key = 'bench.history'`);
        await writeTwins(installation, state, twins, progress);
        if (done.rowCount === 0) {
          await admin.query('begin');
          await copyHistory(admin, twins, (table) => progress.step(0, 1, `量測歷程 ${table}`));
          await admin.query(`insert into system.setting (key, value) values ('bench.history', 'true')`);
          await admin.query('commit');
        }
        await fillAudit(admin, AUDIT_ROWS, (rows) => progress.step(rows, AUDIT_ROWS, '量測稽核 Audit'));
        await sealOnce(installation.store, join(data, 'audit-heads.jsonl'));
        await admin.query('analyze');
      } finally {
        await admin.end();
      }
      progress.end('量測資料完成 Data set written');
    },
    { begins: true },
  );
};
