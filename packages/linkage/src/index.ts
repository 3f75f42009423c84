// Record linkage for TypeScript: which records are the same person? Probabilistic (Fellegi-Sunter), trained without truth, made for Han names.
// In memory: defineModel, train, predict, cluster, evaluate, explain, scorePair. On tables of any size: openDuckdb or openSpark, then dedupe, link, update, ask.

export { type CompileOptions, compileSql } from './compile/index.ts';
export { type Engine, type EngineOptions, openDuckdb, openSpark, type SparkOptions } from './engine/index.ts';
export { type EvaluateInput, type EvaluateTables, type Evaluation, evaluate, evaluateTables } from './evaluate/index.ts';
export { type AskOptions, ask, type Question } from './learn/index.ts';
export * from './library/index.ts';
export { MODEL_SCHEMA, type Model, parseModel } from './model/index.ts';
export { type PairScore, type Row, scorePair } from './reference/index.ts';
export { type ColumnRole, LOCALES, type Locale, ROLES, type Role, type Words } from './roles/index.ts';
export {
  dedupe,
  type Label,
  link,
  type RunOptions,
  type RunResult,
  type Source,
  type UpdateOptions,
  update,
  type Warning,
} from './run/index.ts';
