// Two counties for tests of cases that move: the house of the first, and in the second a desk and a centre that may take a case over.

import { findProgramme } from '@anwang/packs';
import { compareProjection } from '@anwang/store/casework';
import { beforeAll, expect } from 'vitest';
import { matchInSession } from '../desk/match-filed.ts';
import { arrangeRoute, arrangeSeat, arrangeUnit, countyB } from './arrange.ts';
import { caseHouse, now, visit } from './case-house.ts';
import type { Ask } from './test-server.ts';

type Body = Record<string, never> & { [key: string]: unknown };
type Row = { id: string; number: string; title: string; version: number; channel: string };

/** The address that those who moved have now: nobody but who takes them over may read it. */
export const canary = '乙縣乙一區金絲雀街7號';

/** Both counties, started before the tests of a file; `there` holds who acts in the second: screener, reviewer, supervisor, worker. */
export function transferHouse() {
  const first = caseHouse();
  const { aCase, as, done, house } = first;
  type Case = Awaited<ReturnType<typeof aCase>>;
  const there: Record<string, Ask> = {};
  let centre = '';
  let worker = '';
  beforeAll(async () => {
    const owner = await house().server.database.owner();
    const desk = await arrangeUnit(owner, countyB, 'desk', '乙派案中心');
    centre = await arrangeUnit(owner, countyB, 'familyServiceCentre', '乙縣中心');
    await arrangeRoute(owner, countyB, 'vulnerable-family', centre);
    for (const [name, unit, role, reach, id] of [
      ['screener', desk, 'deskOfficer', 'county', countyB],
      ['reviewer', desk, 'deskReviewer', 'county', countyB],
      ['supervisor', centre, 'supervisor', 'unit', centre],
      ['worker', centre, 'leadWorker', 'unit', centre],
    ] as const) {
      const seat = await arrangeSeat(owner, { userName: `t.${name}`, county: countyB, unit, role, reach, reachId: id });
      there[name] = await house().server.as(seat);
      if (name === 'worker') worker = seat.id;
    }
  }, 120_000);

  const look = async (who: string, one: Case) => (await (await as(who))('GET', `/api/cases/${one.id}`)).body as Body;
  const membersOf = async (one: Case) => (await look('worker', one)).members as unknown as { personId: string; name: string }[];
  const wish = async (one: Case, more: { personIds?: readonly string[]; [field: string]: unknown } = {}) => ({
    type: 'proposeTransfer',
    toCounty: countyB,
    reason: 'moved',
    since: '2026-01-05',
    personIds: more.personIds ?? [(await membersOf(one))[0]!.personId],
    address: canary,
    phone: '0911222333',
    summary: '遷居摘要：需要經濟協助',
    safety: '訪視請兩人同行',
    ...more,
  });
  /** A case that was visited and waits at the other desk. */
  const sent = async (name: string) => {
    const one = await aCase(name);
    await done('worker', one, visit());
    await done('worker', one, await wish(one));
    await done('supervisor', one, { type: 'decideTransfer', decision: 'approved' });
    return one;
  };
  const rowThere = async (title: string) =>
    ((await there.screener!('GET', '/api/screening/queue?limit=200')).body.rows as unknown as Row[]).find((row) => row.title === title);
  const matchThere = (reportId: string) =>
    house().server.house.store.withActor(house().server.house.system.matcher, 'screening', { route: 'job', as: 'worker' }, (tx) =>
      matchInSession(house().server.house, tx, reportId),
    );
  /** Two people of the other desk decide on a report. */
  const decide = async (row: Row, decision: object) => {
    const view = (await there.screener!('GET', `/api/screening/reports/${row.id}`)).body;
    const proposed = await there.screener!('POST', `/api/screening/reports/${row.id}/propose`, { version: view.version, ...decision });
    if (proposed.status !== 200 || proposed.body.needsReview !== true) return proposed;
    return there.reviewer!('POST', `/api/review/reports/${row.id}/decide`, {
      proposalId: proposed.body.proposalId,
      version: proposed.body.version,
      decision: 'confirmed',
    });
  };
  const toCentre = (row: Row) =>
    decide(row, {
      outcome: 'accept',
      band: 'low',
      lines: [{ programme: 'vulnerable-family', urgency: 'ordinary', unitId: centre }],
      differsReason: '轉入',
    });
  const inbox = async (title: string) =>
    ((await there.supervisor!('GET', '/api/dispatch/inbox')).body.rows as unknown as Row[]).find((row) => row.title === title)!;
  const acceptRow = (row: Row) => there.supervisor!('POST', `/api/dispatch/${row.id}/accept`, { version: row.version, workerId: worker });
  const accept = async (title: string) => acceptRow(await inbox(title));
  /** The rows of the case are what its events say. */
  const agrees = async (one: Case) => {
    const owner = await house().server.database.owner();
    const { rows } = await owner.query('select programme, pack_version from casework."case" where id = $1', [one.id]);
    const programme = findProgramme(rows[0].programme, rows[0].pack_version)!;
    const context = { now: now() as never, ...house().server.house.time() };
    const found = await house().server.house.store.withActor({ id: house().seats.supervisor!.id }, 'supervision', { route: 'test' }, (tx) =>
      compareProjection(tx, one.id, programme, context),
    );
    expect(found).toEqual([]);
  };
  return { ...first, there, look, membersOf, wish, sent, rowThere, matchThere, decide, toCentre, inbox, acceptRow, accept, agrees };
}
