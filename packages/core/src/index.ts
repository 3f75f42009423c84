// The front door of the domain: everything Anwang states once, as data or as a pure function.
// Nothing here reads a clock, rolls a die or touches the world; moments, calendars and actors come in as arguments.

export * from './access/index.ts';
export * from './assessment/index.ts';
export * from './cases/index.ts';
export * from './concepts/index.ts';
export * from './forms/index.ts';
export * from './identity/index.ts';
export * from './lang/index.ts';
export * from './measures/index.ts';
export * from './programs/index.ts';
export * from './rules/index.ts';
export * from './screening/index.ts';
export * from './time/index.ts';
