// concepts: the one dictionary of what can be recorded. Forms, measures, rules and exports read it; what has no concept cannot be asked.
export * from './concept.ts';
export * from './dictionary.ts';
