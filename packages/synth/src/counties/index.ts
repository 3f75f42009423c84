import type { DemoCounty } from './county.ts';
import { KAOHSIUNG } from './kaohsiung/index.ts';
import { NANTOU } from './nantou/index.ts';

export type { DemoCounty, DemoDistrict, DemoUnit } from './county.ts';
export { countiesOfTaiwan, countyOfTaiwan } from './taiwan.ts';
export const DEMO_COUNTIES: readonly DemoCounty[] = [KAOHSIUNG, NANTOU];
