// Synthetic Taiwan: people in households, what befalls them, and how reports tell it, all from a seed and an anchor instant.

export { type Chance, chanceOf } from './chance/index.ts';
export { DEMO_COUNTIES, type DemoCounty, type DemoDistrict, type DemoUnit } from './counties/index.ts';
export * from './population/index.ts';
