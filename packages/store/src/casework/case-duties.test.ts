import { randomUUID } from 'node:crypto';
import type { Instant } from '@anwang/core/time';
import { describe, expect, it } from 'vitest';
import { systemActors } from '../access/index.ts';
import { listNotices, tellOfDuties } from '../notices/index.ts';
import { accept, assign, at, caseOffice, context, ids, programme } from '../testing/case-office.ts';
import { assignmentConflict, createCase, type EventDraft, escalateCaseClocks, findCase } from './index.ts';

const { aReport, as, newCase, open, agree, store, query } = caseOffice();

describe('assignment and escalation', () => {
  it('refuses one worker for both sides (law 8), and a lead from another unit', async () => {
    const one = await newCase([accept(), assign(ids.worker)]);
    const victim = one.members[0]?.person ?? '';
    const { person: respondent } = await aReport();
    await as(ids.supervisor, 'dispatch', (tx) =>
      createCase(
        tx,
        { ...one, members: [...one.members, { person: respondent, role: 'respondent', relation: null, side: 'offender' }] },
        context,
      ),
    );
    const ask = (subjects: string[], respondents: string[], account: string = ids.worker, unit: string | null = ids.centre) =>
      as(ids.supervisor, 'supervision', (tx) => assignmentConflict(tx, { account, unit, report: one.report, subjects, respondents }));
    expect(await ask([respondent], [])).toEqual({ code: 'assignmentConflict', reason: 'bothSides' });
    expect(await ask([randomUUID()], [victim])).toEqual({ code: 'assignmentConflict', reason: 'bothSides' });
    expect(await ask([respondent], [], ids.other)).toBeNull();
    expect(await ask([randomUUID()], [], ids.partner)).toEqual({ code: 'assignmentConflict', reason: 'notInUnit' });
  });

  it('lets a helper in until the planned end, and no longer', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    const help = (until: Instant): EventDraft => ({
      type: 'collaboratorAdded',
      happenedAt: at('2026-01-01T00:00'),
      facts: { account: ids.other, unit: ids.centre, duty: 'care', until },
    });
    await open(ids.worker, 'casework', caseId, [help(at('2026-01-02T00:00'))]);
    expect(await as(ids.other, 'casework', (tx) => findCase(tx, caseId))).toBeUndefined();
    await open(ids.worker, 'casework', caseId, [help(at('2099-01-01T00:00'))]);
    expect(await as(ids.other, 'casework', (tx) => findCase(tx, caseId))).toBeDefined();
    expect(await agree(caseId)).toEqual([]);
    const ended: EventDraft = {
      type: 'collaboratorEnded',
      happenedAt: at('2026-01-03T00:00'),
      facts: { account: ids.other, unit: ids.centre, reason: 'ended' },
    };
    await open(ids.worker, 'casework', caseId, [ended]);
    expect(await as(ids.other, 'casework', (tx) => findCase(tx, caseId))).toBeUndefined();
    expect(await agree(caseId)).toEqual([]);
  });

  it('tells each step of a clock once', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    const steps = [72, 24, 0].map((hoursBefore, index) => ({
      packVersion: programme.version,
      rule: 'vf-visit',
      step: index + 1,
      hoursBefore,
      to: 'supervisor' as const,
    }));
    const run = (moment: Instant) =>
      store().withActor(systemActors.clock, 'system', { route: 'test', as: 'worker' }, (tx) => escalateCaseClocks(tx, steps, moment));
    const mine = async (moment: Instant) => (await run(moment)).filter((one) => one.caseId === caseId).map((one) => one.step);
    expect(await mine(at('2026-11-25T00:00'))).toEqual([]);
    expect(await mine(at('2026-11-28T00:00'))).toEqual([1]);
    expect(await mine(at('2026-11-28T01:00'))).toEqual([]);
    expect(await mine(at('2026-12-01T00:00'))).toEqual([3]);
    // The supervisor has each step once, also the one that was slept through; the worker has none of these.
    const noticed = (who: string, purpose: 'self') => as(who, purpose, (tx) => listNotices(tx, { unread: true, limit: 50 }));
    const ofCase = (rows: Awaited<ReturnType<typeof listNotices>>) =>
      rows.filter((row) => row.caseId === caseId && row.rule === 'vf-visit').map((row) => row.kind);
    expect(ofCase(await noticed(ids.supervisor, 'self'))).toEqual(['clock.overdue', 'clock.due', 'clock.due']);
    expect(ofCase(await noticed(ids.worker, 'self'))).toEqual([]);
  });

  it('tells of a lead whose right ends by its date, in time and when it has ended', async () => {
    const made = await as(ids.supervisor, 'dispatch', async (tx) => createCase(tx, await newCase([accept(), assign(ids.other)]), context));
    const told = async (moment: Instant) => {
      await store().withActor(systemActors.clock, 'system', { route: 'test', as: 'worker' }, (tx) => tellOfDuties(tx, moment));
      const rows = await as(ids.supervisor, 'self', (tx) => listNotices(tx, { unread: true, limit: 50 }));
      return rows.filter((row) => row.kind === 'lead.ending').map((row) => row.ref);
    };
    expect(await told(at('2026-12-01T00:00'))).toEqual([]);
    await query(`update org."grant" set valid_until = '2099-12-10T00:00Z' where account_id = $1`, [ids.other]);
    expect(await told(at('2099-12-01T00:00'))).toEqual([]);
    expect(await told(at('2099-12-04T00:00'))).toEqual([ids.other]);
    expect(await told(at('2099-12-05T00:00'))).toEqual([ids.other]);
    expect(await told(at('2099-12-11T00:00'))).toEqual([ids.other, ids.other]);
    expect(made.caseId).toBeDefined();
  });
});
