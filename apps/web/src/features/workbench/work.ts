// What the server says of the caller's work.
import type { OutputOf } from '@anwang/contract';

export type Work = OutputOf<'cases', 'worklist'>;
export type Planned = Work['day']['planned'][number];
export type Recorded = Work['day']['recorded'][number];

/** To the record of a plan. */
export const recordOf = ({ caseId, kind, id }: Planned): string =>
  `/cases/${caseId}?act=${kind === 'visit' ? 'recordVisit' : 'recordContact'}&plan=${id}`;
