import { randomUUID } from 'node:crypto';
import type { PlainDate } from '@anwang/core/time';
import { describe, expect, it } from 'vitest';
import { accept, assign, at, caseOffice, context, ids, now, visit } from '../testing/case-office.ts';
import { countCases, countViews, createCase, createCases, dueClocks, listCases, pendingApprovals, readCaseFlags } from './index.ts';

const { as, newCase, open, query } = caseOffice();

describe('lists and worklists', () => {
  it('stand in the order of the nearest clock, page without repeating, and count', async () => {
    const three = [await newCase([accept(), assign(ids.worker)]), await newCase([accept()]), await newCase([accept()])];
    await as(ids.supervisor, 'dispatch', (tx) => createCases(tx, three, context));
    const wish = { view: 'unit', now, unit: ids.centre, limit: 2 } as const;
    const first = await as(ids.supervisor, 'supervision', (tx) => listCases(tx, wish));
    const last = first.at(-1);
    if (last === undefined) throw new Error('no rows');
    const rest = await as(ids.supervisor, 'supervision', (tx) =>
      listCases(tx, { ...wish, limit: 100, after: { value: last.next_due, id: last.id } }),
    );
    const seen = [...first, ...rest];
    expect(new Set(seen.map((row) => row.id)).size).toBe(seen.length);
    const due = seen.map((row) => row.next_due ?? '9999');
    expect(due).toEqual([...due].sort());
    const newest = { ...wish, sort: 'newest' } as const;
    const latest = await as(ids.supervisor, 'supervision', (tx) => listCases(tx, newest));
    const before = latest.at(-1);
    if (before === undefined) throw new Error('no rows');
    const older = await as(ids.supervisor, 'supervision', (tx) =>
      listCases(tx, { ...newest, limit: 100, after: { value: before.received_at, id: before.id } }),
    );
    const down = [...latest, ...older];
    expect(new Set(down.map((row) => row.id))).toEqual(new Set(seen.map((row) => row.id)));
    const places = down.map((row) => `${row.received_at} ${row.id}`);
    expect(places).toEqual([...places].sort().reverse());
    const counts = await as(ids.supervisor, 'supervision', (tx) => countViews(tx, { now, unit: ids.centre }));
    expect(counts.find((view) => view.view === 'unit')?.count).toBe(seen.length);
    expect(counts.find((view) => view.view === 'unassigned')?.count).toBeGreaterThan(0);
  });

  it('show a worker the running clocks, a supervisor what waits for a decision', async () => {
    const clocks = await as(ids.worker, 'casework', (tx) => dueClocks(tx, 50));
    expect(clocks.map((row) => row.rule)).toContain('vf-visit');
    const proposal = randomUUID();
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    await open(ids.worker, 'casework', caseId, [
      visit('2026-11-21T03:00'),
      { type: 'openingProposed', happenedAt: at('2026-11-21T05:00'), facts: { proposal, outcome: 'open', reasons: [] } },
    ]);
    const waiting = await as(ids.supervisor, 'supervision', (tx) => pendingApprovals(tx, [ids.centre], 50));
    expect(waiting.map((row) => row.case_id)).toContain(caseId);
  });

  it('counts in every view, and for every sentence, as many as the list holds', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    // Forty days without contact, at high risk, and waiting to be closed.
    await query(
      `update casework."case" set risk = 'high', last_contact_at = $2::timestamptz - interval '40 days', status = 'closeReview' where id = $1`,
      [caseId, now],
    );
    for (const [account, purpose] of [
      [ids.supervisor, 'supervision'],
      [ids.worker, 'casework'],
      [ids.partner, 'network'],
    ] as const) {
      const wish = { now, unit: account === ids.partner ? ids.school : ids.centre };
      const views = await as(account, purpose, (tx) => countViews(tx, wish));
      for (const { view, count, capped } of views) {
        const rows = await as(account, purpose, (tx) => listCases(tx, { ...wish, view, limit: 200 }));
        expect([view, count, capped]).toEqual([view, rows.length, false]);
        const high = await as(account, purpose, (tx) => countCases(tx, { ...wish, view, risk: 'high', open: true }));
        expect(high.count).toBe(rows.filter((row) => row.risk === 'high' && row.status !== 'closed').length);
      }
      const mine = ['highRisk', 'noContact', 'closing'].map((view) => views.find((each) => each.view === view)?.count);
      expect(mine).toEqual(account === ids.partner ? [0, 0, 0] : [1, expect.any(Number), 1]);
    }
  });

  it('mark what is shared, reported again or with a small child, for who may see so much', async () => {
    const made = await newCase([accept(), assign(ids.worker)]);
    const { caseId } = await as(ids.supervisor, 'dispatch', (tx) => createCase(tx, made, context));
    const asked = (account: string, purpose: 'supervision' | 'network') =>
      as(account, purpose, (tx) => readCaseFlags(tx, [caseId], '2026-11-22' as PlainDate));
    expect(await asked(ids.supervisor, 'supervision')).toEqual([]);
    await query(`update people.person set birth_date = '2020-11-23', birth_precision = 'day' where id = $1`, [made.subjectPersonId]);
    expect(await asked(ids.supervisor, 'supervision')).toEqual([{ caseId, flags: ['underSix'] }]);
    await query(`update people.person set birth_date = '2020-11-22' where id = $1`, [made.subjectPersonId]);
    expect(await asked(ids.supervisor, 'supervision'), 'six today').toEqual([]);
    // Only the year is known: the child may have been born on its last day.
    await query(`update people.person set birth_date = '2020-01-01', birth_precision = 'year' where id = $1`, [made.subjectPersonId]);
    expect(await asked(ids.supervisor, 'supervision')).toEqual([{ caseId, flags: ['underSix'] }]);
    await query(`update people.person set birth_date = '2019-01-01', birth_precision = 'approximate' where id = $1`, [
      made.subjectPersonId,
    ]);
    expect(await asked(ids.supervisor, 'supervision')).toEqual([]);
    await query(`update people.person set birth_date = '2024-01-02' where id = $1`, [made.subjectPersonId]);
    await query(
      `insert into casework.share (case_id, county, to_unit, parts, purpose, legal_basis, granted_by, since, until)
       select id, county, $2, '{summary}', 'network', '示範', $3, now(), now() + interval '1 day' from casework."case" where id = $1`,
      [caseId, ids.school, ids.supervisor],
    );
    await query(`update casework.case_report set kind = 'repeat' where case_id = $1`, [caseId]);
    expect(await asked(ids.supervisor, 'supervision')).toEqual([{ caseId, flags: ['shared', 'repeat', 'underSix'] }]);
    // The school sees that it has a share; neither the people nor more.
    expect((await asked(ids.partner, 'network')).flatMap((each) => each.flags)).not.toContain('underSix');
  });
});
