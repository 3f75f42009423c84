// programs: a service system stated as data, the closed set of changes a county may make to it, and the proofs that it is sound.
// Words: programme, stage, requirement, clock rule, code list, overlay, change.
export * from './act-form.ts';
export * from './apply-overlay.ts';
export * from './check.ts';
export type * from './clock-rule.ts';
export type * from './code-list.ts';
export * from './compare-statements.ts';
export type * from './overlay.ts';
export type * from './program.ts';
export { codeLists, unitKinds } from './program.ts';
export * from './stage.ts';
export * from './tighter.ts';
export * from './visit-limit.ts';
