// What has to be known to decide on a link? The link, the others of its row, what rests on the row, whom the row speaks of so far. Locked until the transaction ends.

import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { sourceOfRecord } from './found-people.ts';

interface StoredLink {
  readonly id: string;
  readonly recordId: string;
  readonly personId: string;
  readonly county: string;
  readonly state: 'candidate' | 'confirmed' | 'rejected' | 'undone';
  readonly basis: 'identifier' | 'person' | 'founding';
  readonly version: number;
}

export interface RestsOn {
  readonly reportPersons: string[];
  readonly cases: string[];
  readonly flags: string[];
  readonly contacts: string[];
}

export interface LinkSituation {
  readonly link: StoredLink;
  /** Every link of the row that is not undone. */
  readonly links: readonly StoredLink[];
  readonly following: RestsOn;
  readonly current: string | null;
}

const columns = sql`id, record_id as "recordId", person_id as "personId", county, state, basis, version`;

/** The situation of a link that the actor may decide on; null when there is none. */
export const readLinkSituation = async (tx: Tx, linkId: string): Promise<LinkSituation | null> => {
  const {
    rows: [link],
  } = await sql<StoredLink>`select ${columns} from people.link where id = ${linkId}`.execute(tx);
  if (link === undefined) return null;
  const { rows: links } =
    await sql<StoredLink>`select ${columns} from people.link where record_id = ${link.recordId} and state <> 'undone' order by id for update`.execute(
      tx,
    );
  const {
    rows: [rests],
  } = await sql<RestsOn & { current: string | null }>`
    with told as (select id, report_id, person_id from intake.report_person where record_id = ${link.recordId})
    select coalesce((select array_agg(id) from told), '{}') as "reportPersons",
      (select max(person_id::text)::uuid from told) as current,
      coalesce((select array_agg(distinct c.case_id) from told join casework.case_report r on r.report_id = told.report_id
        join casework.case_person c on c.case_id = r.case_id and c.person_id = told.person_id), '{}') as cases,
      coalesce((select array_agg(id) from people.flag where record_id = ${link.recordId}), '{}') as flags,
      coalesce((select array_agg(id) from people.contact where source = ${sourceOfRecord(link.recordId)}), '{}') as contacts`.execute(tx);
  const { current = null, ...following } = rests ?? { reportPersons: [], cases: [], flags: [], contacts: [], current: null };
  return { link: links.find((l) => l.id === linkId) ?? link, links, following, current };
};
