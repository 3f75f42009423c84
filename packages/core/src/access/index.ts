// access: who may do what, for which purpose, to which thing, and which parts of it they see.
// Statement: roles and grants (data). Reference: `decide` and `mask`. Compiler: row-level policies in packages/store.
// Words: actor, grant, role, reach, resource, purpose, data class, decision. Law: 個資法 5, 6, 16, 19 (purpose, necessity), 家暴法 and 兒少權法 (see lawEight).
export * from './actions.ts';
export type * from './actor.ts';
export * from './data-class.ts';
export * from './decide.ts';
export * from './law-eight.ts';
export * from './mask.ts';
export * from './may-recover.ts';
export * from './purposes.ts';
export * from './reaches.ts';
export * from './recusal.ts';
export type * from './resource.ts';
export type * from './role.ts';
export * from './role-ids.ts';
export * from './roles.ts';
