// What on the pages before step `next` must be put right first? Said here at once; the server judges all of it again.
import { dateFault } from '../../ui/date-fault.ts';
import { m } from '../../words/index.ts';
import type { ReportDraft } from './report-draft.ts';

/** Sentences by the path of the sent report. */
export function unfitFields(draft: ReportDraft, next: number): Record<string, string> {
  const found: Record<string, string | undefined> = {};
  if (draft.county === '') found.county = m.fault_required();
  if (next === 3) {
    if (draft.narrative.trim() === '') found.narrative = m.fault_required();
    found.occurredOn = dateFault(draft.occurredOn, true);
    for (const [at, person] of draft.persons.entries())
      if (!person.onlyAge) found[`persons.${at}.birthDate`] = dateFault(person.birthDate, true);
  }
  return Object.fromEntries(Object.entries(found).flatMap(([path, sentence]) => (sentence ? [[path, sentence]] : [])));
}
