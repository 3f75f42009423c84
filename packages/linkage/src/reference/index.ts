export * from './score-pair.ts';
