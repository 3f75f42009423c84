export { type AskOptions, ask, type Question } from './ask.ts';
