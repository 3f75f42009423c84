export { type Decided, decideReport } from './decide.ts';
export type * from './report.ts';
export { tellReport } from './tell.ts';
