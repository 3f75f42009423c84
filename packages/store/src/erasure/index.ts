export { collectBelongings } from './collect.ts';
export { type ErasureEntry, readErasures } from './erasure-list.ts';
export { type ErasureOrder, type ErasureReport, expunge } from './expunge.ts';
export { removeBytes } from './remove-bytes.ts';
export { replayErasures } from './replay.ts';
export { wipe } from './wipe.ts';
