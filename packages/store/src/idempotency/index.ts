export * from './kept-answer.ts';
export { outOfReach } from './still-there.ts';
