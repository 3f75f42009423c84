// Files of units and accounts: columns, words and reaches, and the line of a fault.
import { expect, test } from 'vitest';
import { placeOfFault, readUnits, readUsers, type StaffWords } from './staff-csv.ts';

const words: StaffWords = {
  kind: (word) => (word === '社會福利服務中心' ? 'familyServiceCentre' : word),
  district: (word) => (word === '甲一區' ? '99901010' : word),
  role: (word) =>
    ({
      主責社工: { id: 'leadWorker', reaches: ['unit'] },
      篩派案專員: { id: 'deskOfficer', reaches: ['county'] },
      網絡單位: { id: 'partner', reaches: ['shared', 'unit'] },
    })[word] ?? { id: word, reaches: [] },
};

test('units with headings, without an English name, and a kind that does not exist', () => {
  const { rows, at } = readUnits(
    '單位,英文名稱,類別,案量上限,責任區,聯絡電話,對外電話\n甲中心,,社會福利服務中心,120,甲一區、甲九區,07-000-0000,\n乙中心,B,別的',
    words,
  );
  expect(at).toEqual([2, 3]);
  expect(rows).toMatchObject([
    {
      name: { zh: '甲中心', en: '甲中心' },
      kind: 'familyServiceCentre',
      capacity: 120,
      districts: ['99901010', '甲九區'],
      telephone: '07-000-0000',
    },
    { name: { zh: '乙中心', en: 'B' }, kind: '別的', capacity: null, districts: [] },
  ]);
});

test('accounts: a role reaches the own unit or county, a partner both, and a last day holds to its end in Taipei', () => {
  const { rows } = readUsers('w.one,王一,社工,甲中心,12,主責社工、篩派案專員,1151231\np.one,李二,,示範國小,,網絡單位,', words);
  expect(rows[0]?.grants).toEqual([
    { role: 'leadWorker', reach: 'unit', until: '2026-12-31T23:59:59+08:00' },
    { role: 'deskOfficer', reach: 'county', until: '2026-12-31T23:59:59+08:00' },
  ]);
  expect(rows[1]?.grants.map(({ reach }) => reach)).toEqual(['shared', 'unit']);
});

test('a fault is of a line and a column', () => {
  const at = { units: [2, 4], users: [5] };
  expect(placeOfFault('users.0.grants.1.reach', at)).toEqual({ sheet: 'users', line: 5, field: 'grants' });
  expect(placeOfFault('units.1.name.zh', at)).toEqual({ sheet: 'units', line: 4, field: 'name.zh' });
  expect(placeOfFault('rehearsal', at)).toBeUndefined();
});
