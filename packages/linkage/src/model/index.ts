export * from './model.ts';
export { parseModel } from './parse-model.ts';
export { MODEL_SCHEMA } from './schema.ts';
