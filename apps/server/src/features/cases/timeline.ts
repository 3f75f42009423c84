// What happened in a case, newest first: coded facts for all who may read events, the words only where the viewer sees narrative.

import type { OutputOf } from '@anwang/contract';
import type { CaseEvent, PersonalPart } from '@anwang/core/cases';
import { timeline } from '@anwang/core/cases';
import { both } from '../../casework/words.ts';
import type { Call } from '../../http/call.ts';

type Entry = OutputOf<'cases', 'timeline'>['rows'][number];

/** The free text of an event; assessments speak by their scores, not by their answers. */
function wordsOf(personal: PersonalPart | null): string | null {
  if (personal === null) return null;
  const parts = [personal.text, personal.success, personal.provider, personal.place, personal.overrideReason].filter(
    (part) => part !== undefined && part !== '',
  );
  return parts.length === 0 ? null : parts.join('\n');
}

/** Entries of the timeline with the names of their authors. */
export function timelineView(_call: Call, events: readonly CaseEvent[], names: ReadonlyMap<string, string>): Entry[] {
  return timeline(events).map((entry) => ({
    id: entry.event,
    seq: entry.seq,
    type: entry.type,
    label: both(entry.label),
    at: entry.happenedAt,
    recordedAt: entry.recordedAt,
    by: names.get(entry.actor) ?? '系統',
    facts: { ...entry.facts },
    text: wordsOf(entry.personal),
    sealed: false,
  }));
}
