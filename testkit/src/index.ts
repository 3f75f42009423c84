// What tests share: temporary databases, factories, random worlds, oracles.
export * from './database/index.ts';
