// What does a case owe while it still lies in the inbox of a unit? Clocks that start with the report or the dispatch do not wait for anybody to accept.

import type { Programme } from '../programs/program.ts';
import type { Instant } from '../time/instant.ts';
import type { Clock } from './clock.ts';
import { type DeadlineContext, deadlines, openClocks } from './deadlines.ts';
import type { CaseEventOf, CaseFactsByType } from './event.ts';

/** What is known of a dispatch. */
export type SentCase = Pick<CaseFactsByType['caseDispatched'], 'county' | 'band' | 'grade' | 'class' | 'receivedAt'> & {
  readonly sentAt: Instant;
};

/** The clocks of a case that is sent like this, as they stand before anything is done; nearest first. */
export function dutiesOf(programme: Programme, { sentAt, ...sent }: SentCase, context: DeadlineContext): Clock[] {
  const event: CaseEventOf<'caseDispatched'> = {
    id: '',
    caseId: '',
    seq: 1,
    type: 'caseDispatched',
    at: sentAt,
    happenedAt: sentAt,
    actor: '',
    unit: null,
    facts: {
      ...sent,
      programme: programme.id,
      packVersion: programme.version,
      number: '',
      district: null,
      unit: '',
      report: '',
      dispatch: '',
      members: [],
      needs: [],
    },
    personal: null,
  };
  return openClocks(deadlines(programme, [event], context));
}

/** By when the unit accepts: by its own limit, or before the first duty of the case is over where that is sooner. */
export function acceptedBy(limit: Instant, programme: Programme | null, sent: SentCase, context: DeadlineContext): Instant {
  const due = programme === null ? null : (dutiesOf(programme, sent, context)[0]?.due ?? null);
  return due !== null && due < limit ? due : limit;
}
