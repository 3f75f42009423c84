// Roles: what each kind of column means to the matcher, in both locales.
export { type AssembleOptions, assemble } from './assemble.ts';
export { allComparisons, comparisonOf, findComparison } from './comparisons.ts';
export type * from './types.ts';
export { LOCALES, ROLES } from './types.ts';
