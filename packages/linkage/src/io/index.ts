export { enginesProblem, readingProblem, writingProblem } from './classify.ts';
export type { Encoding } from './decode.ts';
export { formatOf } from './format.ts';
export { type Loaded, type LoadOptions, load } from './load.ts';
export type { Note } from './notes.ts';
export { type OutFolder, openOutFolder, RUN_MARK } from './out-folder.ts';
export { LinkageProblem, type Problem } from './problem.ts';
export { wordsOf } from './problem-words.ts';
export { literal, name } from './sql.ts';
