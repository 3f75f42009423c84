import { expect, test } from 'vitest';
import type { TimelineEntry, Workspace } from './queries.ts';
import { answersOfProposal, sentBackOf } from './sent-back.ts';

const approval = (at: string, decision: string | null) =>
  ({ id: at, kind: 'opening', proposedBy: 'w', proposedAt: at, decision, decidedBy: 's', decidedAt: at, reason: '補' }) as const;
const one = (...approvals: object[]) => ({ approvals }) as unknown as Workspace;

test('only the last proposal counts, and only where it was sent back', () => {
  expect(sentBackOf(one(approval('2026-01-01', 'sentBack')), 'proposeOpening')?.id).toBe('2026-01-01');
  expect(sentBackOf(one(approval('2026-01-01', 'sentBack')), 'proposeClosure')).toBeUndefined();
  expect(sentBackOf(one(approval('2026-01-02', null), approval('2026-01-01', 'sentBack')), 'proposeOpening')).toBeUndefined();
  expect(sentBackOf(one(approval('2026-01-01', 'sentBack'), approval('2026-01-02', 'approved')), 'proposeOpening')).toBeUndefined();
});

test('the form begins with what was proposed', () => {
  const entries = [
    { type: 'openingProposed', facts: { outcome: 'open', reasons: ['other'] }, text: '摘要', answers: { seen: true } },
  ] as unknown as TimelineEntry[];
  expect(answersOfProposal('proposeOpening', entries)).toEqual({
    decision: 'open',
    reason: 'other',
    summary: '摘要',
    'answers.seen': true,
  });
  expect(answersOfProposal('proposeClosure', entries)).toEqual({});
});
