export { type Decided, decideReport } from './decide.ts';
export { drawDispute, type SynthDispute } from './dispute.ts';
export type * from './report.ts';
export { tellReport } from './tell.ts';
