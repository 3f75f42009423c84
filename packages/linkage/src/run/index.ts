export * from './options.ts';
export { dedupe, link } from './dedupe.ts';
