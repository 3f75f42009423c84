export type { AuditRow } from './audit-row.ts';
export { type AuthDatabase, openAuthDatabase } from './auth-database.ts';
export { copyIn, copyOut } from './copy.ts';
export { quoteIdentifier, quoteLiteral, rolePool, stateOf, steadyPool } from './driver.ts';
export { bare, type Placing, prepared, preparedByShape, preparedSend } from './prepared.ts';
export type { Reach } from './reach.ts';
export { connectOwner, openStore, type SessionOptions, SignInEndedError, type Store, type StoreOptions } from './store.ts';
export { connectAs, type DatabaseRole, embeddedTargets, outsideTargets, type Target, type Targets } from './target.ts';
export { type ActorRef, type JobPayload, Tx } from './tx.ts';
