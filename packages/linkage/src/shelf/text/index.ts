// Similarities of plain text, counted by code point.
export { codePoints, LONGEST } from './code-points.ts';
export { levenshtein, levenshteinOf, osa, osaOf, osaSimilarity } from './edit-distance.ts';
export { cleanText, foldLatin } from './fold.ts';
export { jaroOf, jaroWinkler, jaroWinklerOf } from './jaro-winkler.ts';
export { isOneEdit } from './one-edit.ts';
