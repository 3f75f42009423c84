export { rotateIdentifiers } from './rotate-identifiers.ts';
