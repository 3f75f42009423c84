// assessment: instruments stated as data and read by one scorer. A published version is never edited; answers are kept with the version they answer.
// Words: instrument, item, points, part, band, flag, trigger, override. Domain 03 §3.
export * from './check-instrument.ts';
export type * from './instrument.ts';
export * from './score.ts';
export * from './score-areas.ts';
