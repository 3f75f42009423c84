// The store: PostgreSQL, its roles and policies, and the one session in which anything is read or written.
export * from './cluster/index.ts';
export * from './keys/index.ts';
export * from './schema/index.ts';
export * from './session/index.ts';
