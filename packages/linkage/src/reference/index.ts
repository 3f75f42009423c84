export * from './score-bound.ts';
export * from './score-pair.ts';
