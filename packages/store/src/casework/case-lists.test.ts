import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { accept, assign, at, caseOffice, context, ids, now, visit } from '../testing/case-office.ts';
import { countViews, createCase, createCases, dueClocks, listCases, pendingApprovals } from './index.ts';

const { as, newCase, open } = caseOffice();

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
});
