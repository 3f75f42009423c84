export { type CompileOptions, compileSql } from './compile-sql.ts';
export type { Dialect } from './print.ts';
