// measures: indicators as definitions over universes of rows. Statement: `Measure`. Reference: `evaluateMeasure`. Compiler: analytics (SQL).
// Words: universe, column, denominator, numerator, cell, suppression. Domain 05 §5.3.
export * from './check-measure.ts';
export * from './evaluate.ts';
export type * from './measure.ts';
export * from './standing.ts';
export * from './suppress.ts';
export * from './universe.ts';
