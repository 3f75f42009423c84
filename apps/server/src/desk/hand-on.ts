// Which county may go on with a report, and by when its desk must.
import { deskDue } from '@anwang/core/screening';
import type { Decision, HandOn } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../http/call.ts';

/** Whether another county of this system can take a report over: demo people never come among real ones, nor real ones among them. */
export async function takesOver(tx: Tx, from: string, to: string): Promise<boolean> {
  const counties = await tx.selectFrom('org.county').select(['id', 'demo']).where('id', 'in', [from, to]).execute();
  const [one, other] = [from, to].map((id) => counties.find((county) => county.id === id));
  return from !== to && one !== undefined && other !== undefined && one.demo === other.demo;
}

/** The clocks that start at the other desk in this moment, by its own rules. */
export function handOnTo(call: Call, county: string, band: Decision['band']): HandOn {
  const desk = call.house.packs.desk(county);
  const { triageDue, deskDue: due } = deskDue(desk, call.now, band, call.house.time(county));
  return { county, triageDue, deskDue: due, packVersion: desk.version };
}
