export { type ErasureEntry, readErasures } from './erasure-list.ts';
export { type ErasureOrder, type ErasureReport, expunge } from './expunge.ts';
export { removeBytes } from './remove-bytes.ts';
export { replayErasures } from './replay.ts';
