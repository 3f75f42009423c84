// The contract of Anwang: `contract` (routes as data), their shapes, and the problems with status and sentences.
export type { Contract, Feature } from './contract.ts';
export { contract } from './contract.ts';
export type { InputOf, OutputOf, SentOf } from './io.ts';
