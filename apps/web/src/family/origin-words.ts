// Where does a row of the family picture come from? District, source and the day since when, as far as each is known.
import { formatDate, m } from '../words/index.ts';

/** Words of district and source are empty where there are none. */
export const originWords = (district: string, source: string, since: string | null | undefined): string =>
  [district, source, since ? formatDate(since) : ''].filter(Boolean).join(m.clause_mark());
