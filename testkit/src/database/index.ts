export { type TestDatabase, temporaryDatabase, withDatabase } from './temporary-database.ts';
