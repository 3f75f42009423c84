export { type Head, readHeads } from './heads.ts';
export { sealOnce, startSealer } from './seal.ts';
export { type AuditFinding, type AuditReport, verifyAudit } from './verify.ts';
