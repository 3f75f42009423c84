// How large is a demo, and of which chunks does it consist? `county` is the full first county and the small second one; `small` is for trying and for tests.

import { CHUNK_PEOPLE, DEMO_COUNTIES, type DemoCounty } from '@anwang/synth';

export type DemoSize = 'none' | 'small' | 'county';

export interface ChunkPlan {
  readonly county: DemoCounty;
  /** Over all counties. */
  readonly index: number;
  readonly people: number;
}

/** Reports per thousand people and year. The nation has about 17; a demo of a fiftieth of a county shows a living desk with more. */
export const REPORTS_PER_THOUSAND = 50;
export const DEMO_SEED = 'anwang-demo-1';

const peopleOf = (county: DemoCounty, size: DemoSize): number =>
  size === 'county' ? county.people : size === 'small' ? Math.round(county.people / 20 / 100) * 100 : 0;

/** What is filled: which chunks, with how many reports. */
export interface FillPlan {
  readonly chunks: readonly ChunkPlan[];
  readonly reportsPerThousand: number;
}

/** A data set for measuring: the first county alone, with the reports of many years pressed into two. */
export const benchPlan = (people: number): FillPlan => {
  const [county] = DEMO_COUNTIES;
  if (county === undefined) throw new Error('there is no demo county');
  return {
    chunks: Array.from({ length: Math.ceil(people / CHUNK_PEOPLE) }, (_, index) => ({
      county,
      index,
      people: Math.min(CHUNK_PEOPLE, people - index * CHUNK_PEOPLE),
    })),
    reportsPerThousand: 200,
  };
};

/** The chunks of a demo in the order in which they are written. */
export const chunksOf = (size: DemoSize, counties: readonly DemoCounty[] = DEMO_COUNTIES): ChunkPlan[] => {
  const plan: ChunkPlan[] = [];
  for (const county of counties)
    for (let rest = peopleOf(county, size); rest > 0; rest -= CHUNK_PEOPLE)
      plan.push({ county, index: plan.length, people: Math.min(rest, CHUNK_PEOPLE) });
  return plan;
};
