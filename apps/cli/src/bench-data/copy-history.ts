// Reports and cases of twins: every line of the base's tables, rewritten for each twin and copied in. Events, projections, links and clocks stay true to one
// another, because all of them are rewritten by the same rule; sealed parts stay sealed under the base's keys.

import { copyIn, copyOut } from '@anwang/store/session';
import type { Client } from 'pg';
import { type CutLine, cutLine, twinLine } from './twins.ts';

/** Tables in the order in which they are copied, with what of them belongs to reports and cases. */
const TABLES: readonly (readonly [table: string, where: string])[] = [
  ['people.record', `source = 'report'`],
  ['people.link', `record_id in (select id from people.record where source = 'report')`],
  ['intake.report', 'true'],
  ['intake.report_text', 'true'],
  ['intake.report_person', 'true'],
  ['intake.receipt', 'true'],
  ['intake.proposal', 'true'],
  ['intake.proposal_line', 'true'],
  ['intake.review', 'true'],
  ['intake.dispatch', 'true'],
  ['intake.hit', 'true'],
  ['intake.clock', 'true'],
  ['casework."case"', 'true'],
  ['casework.event', 'true'],
  ['casework.case_person', 'true'],
  ['casework.case_report', 'true'],
  ['casework.assignment', 'true'],
  ['casework.clock', 'true'],
  ['casework.visit', 'true'],
  ['casework.planned_visit', 'true'],
  ['casework.assessment', 'true'],
  ['casework.goal', 'true'],
  ['casework.approval', 'true'],
  ['network.referral', 'true'],
  ['people.reach', 'true'],
];

/** Written at once to the server. */
const CHUNK = 1 << 18;

async function* twinsOf(lines: readonly CutLine[], twins: number): AsyncGenerator<Buffer> {
  let text = '';
  for (let k = 1; k <= twins; k++)
    for (const line of lines) {
      text += `${twinLine(line, k)}\n`;
      if (text.length >= CHUNK) {
        yield Buffer.from(text);
        text = '';
      }
    }
  yield Buffer.from(text);
}

/**
 * Copies the history of the base for its twins. `admin` may set session_replication_role: foreign keys hold in the base and are rewritten alike,
 * so they are not asked again for each of millions of rows.
 */
export const copyHistory = async (admin: Client, twins: number, onTable: (table: string) => void): Promise<void> => {
  const { rows } = await admin.query<{ id: string }>(
    'select id::text from org.account union all select id::text from org.unit union all select id::text from org.route',
  );
  const staff = new Set(rows.map((r) => r.id));
  await admin.query('set session_replication_role = replica');
  for (const [table, where] of TABLES) {
    onTable(table);
    const parts: Buffer[] = [];
    await copyOut(admin, `copy (select * from ${table} where ${where}) to stdout`, (chunk) => parts.push(Buffer.from(chunk)));
    const lines = Buffer.concat(parts)
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => cutLine(line, staff));
    await copyIn(admin, `copy ${table} from stdin`, twinsOf(lines, twins));
  }
  await admin.query('reset session_replication_role');
  // Running numbers of the days to come begin above those of the twins.
  await admin.query(
    `insert into intake.report_counter (county, day, last) select c.id, current_date + d, 200000 from org.county c, generate_series(-1, 7) d on conflict (county, day) do update set last = excluded.last`,
  );
};
