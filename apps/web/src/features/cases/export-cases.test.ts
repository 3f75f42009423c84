// What of a case goes out to a spreadsheet.
import { expect, test } from 'vitest';
import { caseTable } from './export-cases.ts';

test('the file holds what the list shows, in the words of the screen', () => {
  const row: Parameters<typeof caseTable>[0][number] = {
    id: 'c',
    number: 'VF-115-01-0001',
    title: '王家',
    programme: 'vulnerable-family',
    programmeLabel: { zh: '脆弱家庭', en: 'Vulnerable family' },
    stage: 'open',
    stageLabel: { zh: '服務中', en: 'In service' },
    status: 'open',
    risk: null,
    districtName: '三民區',
    needs: ['economic'],
    leadName: null,
    receivedAt: '2026-01-02T00:00:00.000Z',
    lastContactAt: null,
    nextDue: null,
    nextRule: { zh: '定期訪視', en: 'Regular visit' },
  } as unknown as Parameters<typeof caseTable>[0][number];
  const words = {
    label: (each: { en?: string | undefined } | null | undefined) => each?.en ?? '',
    district: () => 'Sanmin District',
    need: () => 'Economic hardship',
  };
  const [head, cells] = caseTable([row], words);
  expect(cells).toHaveLength(head!.length);
  expect(cells).toEqual(
    expect.arrayContaining(['Vulnerable family', 'In service', 'Sanmin District', 'Economic hardship', 'Regular visit', '115.01.02']),
  );
  // A family that nobody could name is called in the file what it is called on the screen, not left empty.
  expect(caseTable([{ ...row, title: null }], words)[1]).toContain('姓名不詳');
});
