// Does what a kept answer speaks of still exist for this reader? The things that path and body of a write and its answer name are asked for under the present policies: whoever has
// lost them gets the first answer no more than anything else about them (house.md, "Write": rendered under current rights).

import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** Names in paths, bodies and answers, and the table of the thing. */
const things = {
  caseId: ['case', 'casework.case'],
  reportId: ['report', 'intake.report'],
  dispatchId: ['dispatch', 'intake.dispatch'],
  referralId: ['referral', 'network.referral'],
  personId: ['person', 'people.person'],
  otherId: ['person', 'people.person'],
  linkId: ['link', 'people.link'],
  decisionId: ['decision', 'people.decision'],
  useId: ['breakglass', 'access.break_glass'],
} as const;
type Name = keyof typeof things;
const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
const isName = (name: string): name is Name => Object.hasOwn(things, name);

/** The first thing that is out of reach by now; null when all are there. */
export async function outOfReach(
  tx: Tx,
  named: Readonly<Record<string, string>>,
): Promise<{ readonly kind: string; readonly id: string } | null> {
  for (const [name, id] of Object.entries(named)) {
    if (!isName(name) || !isUuid(id)) continue;
    const [kind, table] = things[name];
    const { rows } = await sql<{ there: boolean }>`select exists (select from ${sql.table(table)} where id = ${id}::uuid) as there`.execute(
      tx,
    );
    if (!rows[0]?.there) return { kind, id };
  }
  return null;
}
