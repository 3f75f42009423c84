// narrative: what a text may be read for, as data.
export * from './check-lexicon.ts';
export * from './lexicon.ts';
