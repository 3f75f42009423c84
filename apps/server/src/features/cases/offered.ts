// What one unit wrote for another that may take its case.
import type { OutputOf } from '@anwang/contract';

/** Kept sealed, as JSON, with the decision to send it. */
export type Offered = NonNullable<OutputOf<'dispatch', 'move'>['offered']>;
