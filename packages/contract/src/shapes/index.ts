export * from './basic.ts';
export * from './clock.ts';
export * from './date.ts';
export * from './family.ts';
export * from './report.ts';
export * from './text.ts';
export * from './vocabulary.ts';
