export * from './kept-answer.ts';
