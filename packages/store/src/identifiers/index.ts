export { rotateIdentifiers } from './rotate-identifiers.ts';
export { rotateOwnNumbers } from './rotate-own-numbers.ts';
