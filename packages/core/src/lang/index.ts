// lang: the words every other room uses: branded strings, results, problems, labels in two languages.
export type * from './brand.ts';
export * from './by-code.ts';
export * from './ids.ts';
export * from './label.ts';
export type * from './problem.ts';
export * from './result.ts';
