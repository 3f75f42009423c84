export { type BackupReport, backup } from './backup.ts';
export { type RestoreOptions, type RestoreReport, restore } from './restore.ts';
export { BackupError } from './sealed-stream.ts';
