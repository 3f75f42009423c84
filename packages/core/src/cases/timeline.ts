// What happened, in order, for the eye? Events by the time they happened, corrected to the reader: coded facts, words of the type, personal text where it may be read.

import { byCode } from '../lang/by-code.ts';
import type { Label } from '../lang/label.ts';
import type { Instant } from '../time/instant.ts';
import type { CaseEvent, PersonalPart } from './event.ts';
import { type CaseEventType, caseEventLabels } from './event-types.ts';

/** One line of a timeline. `late` = recorded more than a day after it happened. `personal` null = erased or not for this reader. */
export type TimelineEntry = {
  readonly event: string;
  readonly seq: number;
  readonly type: CaseEventType;
  readonly label: Label;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly late: boolean;
  readonly actor: string;
  readonly facts: CaseEvent['facts'];
  readonly personal: PersonalPart | null;
};

/** The timeline, latest first; events of the same moment keep the order in which they were recorded. */
export function timeline(events: readonly CaseEvent[]): TimelineEntry[] {
  return events
    .map((event) => ({
      event: event.id,
      seq: event.seq,
      type: event.type,
      label: caseEventLabels[event.type],
      happenedAt: event.happenedAt,
      recordedAt: event.at,
      late: Date.parse(event.at) - Date.parse(event.happenedAt) > 86_400_000,
      actor: event.actor,
      facts: event.facts,
      personal: event.personal,
    }))
    .sort((a, b) => byCode(b.happenedAt, a.happenedAt) || b.seq - a.seq);
}
