export { type EvaluateInput, evaluate } from './evaluate.ts';
export { type EvaluateTables, evaluateTables } from './evaluate-tables.ts';
export type { CalibrationBand, Evaluation, Quality, ThresholdQuality } from './evaluation.ts';
