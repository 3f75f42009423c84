export { analyzeTables } from './analyze.ts';
export { createDatabase, dropDatabase } from './create-database.ts';
export type { Database, JsonValue } from './database.generated.ts';
export { type MigrateOptions, migrate } from './migrate.ts';
export { type Migration, readMigrations } from './migration-files.ts';
export { checkOutside, holdsSealed } from './outside.ts';
export { ensureRoles, roleFaults } from './roles.ts';
