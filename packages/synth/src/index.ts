// Synthetic Taiwan: people in households, what befalls them, and how reports tell it, all from a seed and an anchor instant.

export { type Chance, chanceOf } from './chance/index.ts';
export { countiesOfTaiwan, countyOfTaiwan, DEMO_COUNTIES, type DemoCounty, type DemoDistrict, type DemoUnit } from './counties/index.ts';
export { drawIncidents, HISTORY_DAYS } from './incidents/index.ts';
export * from './org/index.ts';
export * from './population/index.ts';
export type * from './reports/index.ts';
export * from './world/index.ts';
