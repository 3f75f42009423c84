export { openDuckdb } from './duckdb.ts';
export type * from './engine.ts';
export { openSpark, type SparkOptions } from './spark.ts';
