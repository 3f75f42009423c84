// `anwang bench data --people N`: fills an empty data folder with a data set for measuring, through the same writers as the demo.

import { instantFromMs } from '@anwang/core/time';
import { Failure } from '../failure.ts';
import { fillDemo } from '../seed/fill-demo.ts';
import { benchPlan } from '../seed/plan.ts';
import { progressOn } from '../seed/progress.ts';
import { withInstallation } from './open.ts';

/** People that are written one by one; more are made of these by copying with other numbers, names of streets and telephones. */
export const BASE_PEOPLE = 62_500;

/** Fills or resumes a data set. */
export const benchData = (options: { readonly data?: string | undefined; readonly people?: string | undefined }): Promise<void> => {
  const people = Number(options.people ?? '60000');
  if (!Number.isInteger(people) || people < 1000)
    throw new Failure(2, '--people 必須是至少 1000 的整數。', '--people is a whole number of at least 1000.');
  return withInstallation(options.data, async (installation, data) => {
    const progress = progressOn(process.stdout);
    const filled = await fillDemo({
      installation,
      data,
      size: 'county',
      now: instantFromMs(Date.now()),
      progress,
      plan: benchPlan(Math.min(people, BASE_PEOPLE)),
    });
    progress.end(`量測資料完成 Data set written: ${filled.written} chunks`);
  });
};
