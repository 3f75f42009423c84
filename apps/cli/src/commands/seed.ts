// `anwang seed`: brings the database up to date and fills or resumes the demo. Run by `npm start` before the server.

import { mkdirSync } from 'node:fs';
import { instantFromMs } from '@anwang/core/time';
import type { Installation } from '@anwang/store/installation';
import { analyzeTables } from '@anwang/store/schema';
import { connectOwner } from '@anwang/store/session';
import { countiesOfTaiwan } from '@anwang/synth';
import { Failure } from '../failure.ts';
import { fillDemo } from '../seed/fill-demo.ts';
import type { DemoSize } from '../seed/plan.ts';
import { progressOn } from '../seed/progress.ts';
import { withInstallation } from './open.ts';

const SIZES: readonly string[] = ['none', 'small', 'county'];
const isSize = (text: string): text is DemoSize => SIZES.includes(text);

// The planner must know of the new rows before the first request, not when the autovacuum comes by.
const analyze = async (store: Installation['store']): Promise<void> => {
  const owner = await connectOwner(store, 'seed');
  try {
    await analyzeTables(owner);
  } finally {
    await owner.end();
  }
};

/** Migrates and fills. Returns at once when everything is there. */
export const seed = async (options: {
  readonly data?: string | undefined;
  readonly demo: string;
  readonly county?: readonly string[] | undefined;
}): Promise<void> => {
  const { demo, county: counties = [] } = options;
  if (!isSize(demo))
    throw new Failure(2, `--demo 只能是 none、small 或 county，不是 ${demo}。`, `--demo is none, small or county, not ${demo}.`);
  const wrong = counties.filter((id) => !countiesOfTaiwan.some((known) => known.id === id));
  if (wrong.length > 0)
    throw new Failure(
      2,
      `沒有代碼為 ${wrong.join('、')} 的縣市。可用：${countiesOfTaiwan.map(({ id, zh }) => `${id} ${zh}`).join('、')}。`,
      `No county has the code ${wrong.join(', ')}; those there are stand above.`,
    );
  if (counties.length > 0 && demo !== 'none')
    throw new Failure(
      2,
      '--county 只用於不含示範資料的安裝，請一併寫 --demo none。',
      '--county is for an installation without a demo: write --demo none with it.',
    );
  const began = performance.now();
  await withInstallation(
    options.data,
    async (installation, data) => {
      mkdirSync(data, { recursive: true });
      for (const notice of installation.cluster?.notices ?? []) process.stderr.write(`${notice}\n`);
      const progress = progressOn(process.stdout);
      const filled = await fillDemo({ installation, data, size: demo, now: instantFromMs(Date.now()), progress, counties });
      if (filled.written > 0) await analyze(installation.store);
      if (filled.written > 0) progress.end(`示範資料完成 Demo data written (${((performance.now() - began) / 1000).toFixed(0)} s)`);
      if (filled.state === null && demo !== 'none')
        process.stderr.write(
          '此資料夾未使用示範資料，照原樣啟動；要看示範請用新的 --data。 This folder was begun without a demo and stays so; take another --data to see the demo.\n',
        );
      if (filled.state !== null && counties.length > 0)
        process.stderr.write(
          '此資料夾為示範資料，未加入任何縣市；真實縣市請用新的 --data。 This folder holds the demo and took no county; take another --data for a real one.\n',
        );
      if (filled.state !== null && filled.state.size !== demo && demo !== 'none')
        process.stderr.write(
          `此資料夾的示範規模為 ${filled.state.size}；要換規模請用新的 --data。 This folder holds the demo “${filled.state.size}”; take another --data for “${demo}”.\n`,
        );
    },
    { begins: true },
  );
};
