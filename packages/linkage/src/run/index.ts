export { dedupe, hireAhead, link } from './dedupe.ts';
export * from './options.ts';
export { type Previous, type UpdateOptions, update } from './update.ts';
