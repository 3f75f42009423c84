export { type SynthCase, type WorldChunk, type WorldSetting, worldChunk } from './chunk.ts';
export type { Numbers, WorldRules } from './rules.ts';
