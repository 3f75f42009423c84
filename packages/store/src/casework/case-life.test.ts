import { randomUUID } from 'node:crypto';
import { must } from '@anwang/core/lang';
import { findProgramme } from '@anwang/packs';
import { describe, expect, it } from 'vitest';
import { systemActors } from '../access/index.ts';
import { accept, assign, at, caseOffice, context, district, ids, programme, visit } from '../testing/case-office.ts';
import { createCase, type EventDraft, findCase, lockCase, readEvents, rebuildCase, staleVersion } from './index.ts';

const { as, newCase, open, agree, query } = caseOffice();

describe('a case in PostgreSQL', () => {
  it('is created by accepting, with number, clocks and members, and its projection agrees with its events', async () => {
    const made = await as(ids.supervisor, 'dispatch', async (tx) => createCase(tx, await newCase([accept()]), context));
    expect(made.number).toMatch(/^VF-115-11-\d{4}$/);
    const row = await as(ids.supervisor, 'supervision', (tx) => findCase(tx, made.caseId));
    expect(row).toMatchObject({ status: 'accepted', version: 2, title: '測試家庭', next_rule: 'assign-lead', side: 'family', district });
    expect(await agree(made.caseId)).toEqual([]);
  });

  it('goes through its life by the people who may, and agrees after every step', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    const proposal = randomUUID();
    const closing = randomUUID();
    const goal = randomUUID();
    const share = randomUUID();
    const steps: readonly (readonly [string, 'casework' | 'supervision', EventDraft])[] = [
      [ids.worker, 'casework', visit('2026-11-21T02:00', 'notMet')],
      [ids.worker, 'casework', visit('2026-11-21T03:00')],
      [
        ids.worker,
        'casework',
        {
          type: 'assessmentCompleted',
          happenedAt: at('2026-11-21T04:00'),
          facts: {
            assessment: randomUUID(),
            instrument: 'vf-vulnerability',
            version: '1',
            moment: 'pre',
            person: null,
            score: 12,
            band: 'medium',
            override: null,
            triggers: [],
          },
          personal: { answers: { 'v1-debt': '2' } },
        },
      ],
      [
        ids.worker,
        'casework',
        {
          type: 'openingProposed',
          happenedAt: at('2026-11-21T05:00'),
          facts: { proposal, outcome: 'open', reasons: ['severalNeeds'] },
          personal: { text: '報告' },
        },
      ],
      [
        ids.supervisor,
        'supervision',
        {
          type: 'openingDecided',
          happenedAt: at('2026-11-21T06:00'),
          facts: { proposal, approved: true, outcome: 'open', reasons: ['severalNeeds'] },
        },
      ],
      [
        ids.worker,
        'casework',
        {
          type: 'planDrafted',
          happenedAt: at('2026-11-21T07:00'),
          facts: { plan: randomUUID(), level: 'medium', reviewOn: null },
          personal: { text: '計畫' },
        },
      ],
      [
        ids.worker,
        'casework',
        { type: 'goalSet', happenedAt: at('2026-11-21T07:10'), facts: { goal, need: 'economy', priority: 1, dueOn: null, services: [] } },
      ],
      [
        ids.worker,
        'casework',
        { type: 'collaboratorAdded', happenedAt: at('2026-11-21T07:20'), facts: { account: ids.other, unit: ids.centre, duty: 'care' } },
      ],
      [
        ids.worker,
        'casework',
        {
          type: 'shareGranted',
          happenedAt: at('2026-11-21T07:30'),
          facts: {
            share,
            unit: ids.school,
            account: null,
            parts: ['summary'],
            purpose: 'network',
            legalBasis: '兒少權法54',
            until: at('2027-01-01T00:00'),
          },
        },
      ],
      [ids.worker, 'casework', { type: 'goalReviewed', happenedAt: at('2026-11-21T08:00'), facts: { goal, status: 'achieved' } }],
      [
        ids.supervisor,
        'supervision',
        { type: 'clockPaused', happenedAt: at('2026-11-21T08:10'), facts: { clock: 'visit-rhythm', reason: 'hospital' } },
      ],
      [ids.supervisor, 'supervision', { type: 'clockResumed', happenedAt: at('2026-11-21T08:20'), facts: { clock: 'visit-rhythm' } }],
      [ids.worker, 'casework', { type: 'shareEnded', happenedAt: at('2026-11-21T08:30'), facts: { share } }],
      [
        ids.worker,
        'casework',
        {
          type: 'closureProposed',
          happenedAt: at('2026-11-21T09:00'),
          facts: { proposal: closing, reason: 'goalAchieved', residualRisk: 'low', followUpOn: null },
        },
      ],
      [
        ids.supervisor,
        'supervision',
        {
          type: 'closureDecided',
          happenedAt: at('2026-11-21T10:00'),
          facts: { proposal: closing, approved: true, reason: 'goalAchieved' },
        },
      ],
      [
        ids.supervisor,
        'supervision',
        { type: 'caseReopened', happenedAt: at('2026-11-21T11:00'), facts: { reason: 'newReport', report: null } },
      ],
    ];
    for (const [actor, purpose, draft] of steps) {
      await open(actor, purpose, caseId, [draft]);
      expect([draft.type, await agree(caseId)]).toEqual([draft.type, []]);
    }
    const events = await as(ids.worker, 'casework', (tx) => readEvents(tx, caseId, true));
    expect(events).toHaveLength(3 + steps.length);
    expect(events.find((event) => event.type === 'planDrafted')?.personal).toEqual({ text: '計畫' });
    const stored = await query<{ text: string }>(
      'select facts::text || coalesce(encode(sealed, $2), $3) as text from casework.event where case_id = $1',
      [caseId, 'escape', ''],
    );
    expect(stored.rows.some((row) => row.text.includes('計畫'))).toBe(false);
  });

  it('can be rebuilt from its events after its tables were spoilt', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker), visit('2026-11-21T03:00')]), context),
    );
    await query(`delete from casework.visit where case_id = $1`, [caseId]);
    await query(`update casework.clock set due_at = now() where case_id = $1`, [caseId]);
    await query(`update casework."case" set stage = 'nonsense' where id = $1`, [caseId]);
    const spoilt = await agree(caseId);
    expect(spoilt.map((difference) => difference.table)).toEqual(
      expect.arrayContaining(['casework.visit', 'casework.clock', 'casework.case']),
    );
    await as(systemActors.seeder.id, 'system', (tx) => rebuildCase(tx, caseId, programme, context));
    expect(await agree(caseId)).toEqual([]);
  });

  it('gives a stale write both sides and writes nothing', async () => {
    const { caseId, version } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    await open(ids.worker, 'casework', caseId, [visit('2026-11-21T03:00')]);
    const problem = await as(ids.worker, 'casework', async (tx) =>
      staleVersion(must(await lockCase(tx, caseId, findProgramme, context)), version, { type: 'addNote' }),
    );
    expect(problem).toMatchObject({
      code: 'versionConflict',
      based: version,
      current: version + 1,
      theirs: [{ type: 'visitRecorded' }],
      yours: { type: 'addNote' },
    });
  });

  it('lets of two who write at once the second wait and see what the first wrote', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    await Promise.all(['01', '02', '03', '04'].map((minute) => open(ids.worker, 'casework', caseId, [visit(`2026-11-21T03:${minute}`)])));
    expect(await agree(caseId)).toEqual([]);
    expect(await as(ids.worker, 'casework', (tx) => readEvents(tx, caseId, false))).toHaveLength(7);
  });

  it('is not there for a worker who is not on it', async () => {
    const { caseId } = await as(ids.supervisor, 'dispatch', async (tx) =>
      createCase(tx, await newCase([accept(), assign(ids.worker)]), context),
    );
    expect(await as(ids.other, 'casework', (tx) => findCase(tx, caseId))).toBeUndefined();
    expect(await as(ids.other, 'casework', (tx) => lockCase(tx, caseId, findProgramme, context))).toMatchObject({
      ok: false,
      problem: { code: 'notFound' },
    });
  });
});
