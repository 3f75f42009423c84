export * from './model.ts';
export { MODEL_SCHEMA, MODEL_SCHEMA_VERSION, parseModel } from './parse-model.ts';
