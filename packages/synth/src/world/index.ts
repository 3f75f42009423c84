export { type SynthCase, type WorldChunk, type WorldSetting, worldChunk } from './chunk.ts';
export { countyRules } from './county-rules.ts';
export { type Counters, countStored, runningNumbers } from './numbers.ts';
export type { Numbers, WorldRules } from './rules.ts';
