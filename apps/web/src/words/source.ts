// Where a fact came from, for readers: a record, a report, a worker or a source system; internal ids are not shown.
import { useCallback } from 'react';
import { m } from '../paraglide/messages.js';
import { useConceptWords } from './label.ts';

/** Sources in words. Rows and reports name themselves by id, which means nothing to a reader; a system that no list knows is another system. */
export function useSourceWords(): (source: string) => string {
  const word = useConceptWords();
  return useCallback(
    (source) => {
      if (source.startsWith('record:')) return m.source_record();
      if (source === 'report' || source.startsWith('report:')) return m.source_report();
      if (source === 'worker') return m.source_worker();
      if (source === 'case') return m.source_case();
      const said = word(source, 'sourceSystem');
      return said === source ? m.source_other() : said;
    },
    [word],
  );
}
