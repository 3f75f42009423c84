export { type CopiedHeads, copyHeads, dailyHeads } from './copy-heads.ts';
export { type Head, readHeads } from './heads.ts';
export { findAccounts, findThings, type NamedThing, numbersOf } from './name-things.ts';
export { type GivenReason, keepReason, readReasons } from './reason.ts';
export { sealOnce, startSealer } from './seal.ts';
export { sealAndVerify } from './seal-and-verify.ts';
export { noteWhole, readVerification, type VerificationState, verifyAndNote } from './verification.ts';
export { type AuditFinding, type AuditReport, verifyAudit } from './verify.ts';
