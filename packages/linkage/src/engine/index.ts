export { openDuckdb } from './duckdb.ts';
export type * from './engine.ts';
