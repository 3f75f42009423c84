export { conditionSql, type SqlContext } from './condition-sql.ts';
export { cellsSql, membersSql, rowsSql } from './measure-sql.ts';
export { type ColumnSql, type UniverseSetting, type UniverseSql, universeSql } from './universe-sql.ts';
