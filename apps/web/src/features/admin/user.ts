// An account as the administration sees it.
import type { OutputOf } from '@anwang/contract';

/** One row of the list of accounts. */
export type User = OutputOf<'admin', 'users'>['rows'][number];
