export { openReporter, putReporter, type ReporterIdentity } from './reporter.ts';
export { rotateVault } from './rotate.ts';
