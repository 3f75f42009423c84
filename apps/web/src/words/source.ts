// Where a fact came from, for readers: a record, a report or a source system; internal ids are not shown.
import { m } from '../paraglide/messages.js';

/** A source in words. Rows and reports name themselves by id, which means nothing to a reader. */
export function sourceWord(source: string): string {
  if (source.startsWith('record:')) return m.source_record();
  if (source.startsWith('report:')) return m.source_report();
  const words: Record<string, string> = {
    'src-household': m.source_household_registry(),
    worker: m.source_worker(),
    case: m.source_case(),
  };
  return words[source] ?? source;
}
