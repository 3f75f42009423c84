// Was whom the case is about met? A visit at which only the father opened is no visit to the child: the clocks that ask for the child, the victim, run on.

import type { PersonId } from '../lang/ids.ts';
import type { Programme } from '../programs/program.ts';
import type { MeetingOutcome } from './event.ts';
import { whoIs } from './membership.ts';
import type { CaseState } from './state.ts';

type Meeting = { readonly outcome: MeetingOutcome; readonly persons: readonly PersonId[] };

/** Whom the case is about, as who they are now; where the dispatch did not say, the one present member who has that role. */
export function subjectNow({ subject, replacements, members }: Pick<CaseState, 'subject' | 'replacements' | 'members'>): PersonId | null {
  if (subject) return whoIs(replacements, subject, 0);
  const having = members.filter((one) => one.until === null && one.role === 'subject');
  return having.length === 1 ? (having[0]?.person ?? null) : null;
}

/** Whether they were; undefined where the case is about a household, nobody was met, or the record names nobody. */
export function subjectMet(programme: Pick<Programme, 'subject'>, state: CaseState, { outcome, persons }: Meeting): boolean | undefined {
  if (programme.subject === 'household' || outcome !== 'met' || persons.length === 0) return undefined;
  const subject = subjectNow(state);
  return subject === null ? undefined : persons.includes(subject);
}
