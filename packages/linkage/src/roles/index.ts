// Roles: what each kind of column means to the matcher, in both locales.
export type * from './types.ts';
export { LOCALES, ROLES } from './types.ts';
