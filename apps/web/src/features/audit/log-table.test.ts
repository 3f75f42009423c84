// What an auditor hands on: nothing of a line is cut off as on the screen.
import { expect, test } from 'vitest';
import { logTable } from './log-table.ts';

test('a line names everything it speaks of, by number and whole id, and says whether it is sealed', () => {
  const objects = [1, 2, 3, 4].map((n) => ({ kind: 'case', id: `0190a000-0000-7000-8000-00000000000${n}`, number: `VF-115-01-000${n}` }));
  const row: Parameters<typeof logTable>[0][number] = {
    id: '42',
    at: '2026-11-28T05:00:00.000Z',
    actorId: 'a',
    actorName: '蔡慧芬',
    role: 'leadWorker',
    purpose: 'casework',
    route: 'cases.list',
    objects,
    resultCount: 4,
    reason: '通知主管',
    basis: null,
    breakGlass: true,
    sealed: false,
  } as unknown as Parameters<typeof logTable>[0][number];
  const [head, cells] = logTable([row], (role) => `職務 ${role}`);
  expect(cells).toHaveLength(head!.length);
  const said = cells!.join('|');
  for (const one of objects) expect(said).toContain(`${one.number} ${one.id}`);
  expect(said).toContain('115.11.28 13:00');
  expect(said).toContain('2026-11-28T05:00:00.000Z');
  expect(said).toMatch(/緊急調閱 通知主管/);
  expect(cells!.at(-1)).toBe('42');
});
