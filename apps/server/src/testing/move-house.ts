// Two units of one county for tests of cases that move between them: the house of cases, and in the second centre a route and somebody who can lead.

import { findProgramme } from '@anwang/packs';
import { compareProjection } from '@anwang/store/casework';
import { beforeAll, expect } from 'vitest';
import { arrangeRoute, arrangeSeat, countyA, type Seat } from './arrange.ts';
import { caseHouse, now, visit } from './case-house.ts';
import type { Answer } from './test-server.ts';

type Body = Record<string, never> & { [key: string]: unknown };
export type Offer = { id: string; number: string; title: string; version: number; answerDue: string; reason: string };

/** `elsewhere` supervises the second centre, `taker` leads there. */
export function moveHouse() {
  const first = caseHouse();
  const { aCase, as, done, house } = first;
  type Case = Awaited<ReturnType<typeof aCase>>;
  const unit = { centre: '', other: '' };
  let seat: Seat;
  beforeAll(async () => {
    const owner = await house().server.database.owner();
    const found = await owner.query('select id, name_zh from org.unit where county = $1', [countyA]);
    for (const row of found.rows) {
      if (row.name_zh === '甲中心') unit.centre = row.id;
      if (row.name_zh === '乙中心') unit.other = row.id;
    }
    await arrangeRoute(owner, countyA, 'vulnerable-family', unit.other);
    seat = await arrangeSeat(owner, {
      userName: 'c.taker',
      county: countyA,
      unit: unit.other,
      role: 'leadWorker',
      reach: 'unit',
      reachId: unit.other,
    });
  }, 120_000);

  const taker = () => house().server.as(seat);
  const look = async (who: string, one: Case) => (await (await as(who))('GET', `/api/cases/${one.id}`)).body as Body;
  const wish = (more: object = {}) => ({
    type: 'proposeMove',
    toUnitId: unit.other,
    reason: 'needsOtherUnit',
    summary: '移轉摘要：需要經濟協助',
    safety: '訪視請兩人同行',
    ...more,
  });
  /** A case that was visited and waits for the other unit. */
  const sent = async (name: string, more: object = {}) => {
    const one = await aCase(name);
    await done('worker', one, visit());
    await done('worker', one, wish(more));
    await done('supervisor', one, { type: 'decideMove', decision: 'approved' });
    return one;
  };
  const offers = async () => (await (await as('elsewhere'))('GET', '/api/dispatch/moves')).body.rows as unknown as Offer[];
  const offer = async (title: string) => (await offers()).find((row) => row.title.startsWith(title))!;
  const take = async (row: Offer, more: object = {}): Promise<Answer> =>
    (await as('elsewhere'))('POST', `/api/dispatch/moves/${row.id}/accept`, { version: row.version, workerId: seat.id, ...more });
  const giveBack = async (row: Offer, more: object = {}): Promise<Answer> =>
    (await as('elsewhere'))('POST', `/api/dispatch/moves/${row.id}/return`, {
      version: row.version,
      reason: 'notHere',
      note: '查無此人，請確認住址',
      ...more,
    });
  const told = async (ask: Awaited<ReturnType<typeof as>>, kind: string) =>
    (
      (await ask('GET', '/api/notices?limit=100')).body.rows as unknown as {
        kind: string;
        about: { zh: string } | null;
        due: string | null;
      }[]
    ).filter((each) => each.kind === kind);
  /** The rows of the case are what its events say, for whoever reads it whole. */
  const agrees = async (one: Case, who = 'supervisor') => {
    const owner = await house().server.database.owner();
    const { rows } = await owner.query('select programme, pack_version from casework."case" where id = $1', [one.id]);
    const programme = findProgramme(rows[0].programme, rows[0].pack_version)!;
    const context = { now: now() as never, ...house().server.house.time() };
    const found = await house().server.house.store.withActor({ id: house().seats[who]!.id }, 'supervision', { route: 'test' }, (tx) =>
      compareProjection(tx, one.id, programme, context),
    );
    expect(found).toEqual([]);
  };
  return { ...first, unit, takerId: () => seat.id, taker, look, wish, sent, offers, offer, take, giveBack, told, agrees };
}
