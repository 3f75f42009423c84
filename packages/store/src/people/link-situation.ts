// What has to be known to decide on a link? The link, the others of its row, what rests on the row, whom the row speaks of so far. Locked until the transaction ends.

import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import type { RestsOn, StoredLink } from './link-rows.ts';
import { restsOnRecord } from './person-situation.ts';

export interface LinkSituation {
  readonly link: StoredLink;
  /** Every link of the row that is not undone. */
  readonly links: readonly StoredLink[];
  readonly following: RestsOn;
  readonly current: string | null;
}

// A person who was merged is the one they lead to: that is whom the row speaks of.
const columns = sql`id, record_id as "recordId", coalesce((select p.merged_into from people.person p where p.id = link.person_id), link.person_id) as "personId", county, state, basis, version`;

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
  const { current, ...following } = await restsOnRecord(tx, link.recordId);
  return { link: links.find((l) => l.id === linkId) ?? link, links, following, current };
};
