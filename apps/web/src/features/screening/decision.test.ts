// Decisions: when a choice differs, and what is missing before it may be sent.
import { expect, test } from 'vitest';
import { countyOf, type Decision, differs, linesOf, missingPart, NOWHERE, withLine } from './decision.ts';

const line = { programme: 'child-protection', urgency: 'urgent', grade: 'L1', class: null, unitId: 'u1', subjectPersonId: null } as const;
const proposed: Decision = { outcome: 'accept', reason: null, toCounty: '', band: 'high', lines: [line], differsReason: '', note: '' };

test('taking the proposal needs nothing more', () => {
  expect(differs(proposed, { ...proposed, note: '已電話聯繫' })).toBe(false);
  expect(missingPart(proposed, proposed)).toBeUndefined();
});

test.each([
  ['another unit', { lines: [{ ...line, unitId: 'u2' }] }],
  ['another band', { band: 'low' as const }],
  ['another programme', { lines: [{ ...line, programme: 'vulnerable-family' }] }],
  ['one programme more', { lines: [line, { ...line, programme: 'vulnerable-family' }] }],
])('%s differs and asks why', (_name, change) => {
  const chosen = { ...proposed, ...change };
  expect(differs(proposed, chosen)).toBe(true);
  expect(missingPart(chosen, proposed)).toBe('differsReason');
  expect(missingPart({ ...chosen, differsReason: '傷勢經查非本次事件' }, proposed)).toBeUndefined();
});

test('what is another county’s says which, or that it has no desk here; any other reason names none', () => {
  const elsewhere: Decision = { ...proposed, outcome: 'notAccepted', reason: 'otherCounty', differsReason: '案家住在他縣' };
  expect(missingPart(elsewhere, proposed)).toBe('toCounty');
  expect(missingPart({ ...elsewhere, toCounty: NOWHERE }, proposed)).toBeUndefined();
  expect([elsewhere, { ...elsewhere, toCounty: NOWHERE }, { ...elsewhere, toCounty: '10008' }].map(countyOf)).toEqual([
    null,
    null,
    '10008',
  ]);
  expect(countyOf({ ...elsewhere, reason: 'noHarm', toCounty: '10008' })).toBeNull();
});

test('not accepting needs a coded reason, accepting a programme and a unit', () => {
  expect(missingPart({ ...proposed, outcome: 'notAccepted' }, proposed)).toBe('reason');
  expect(missingPart({ ...proposed, lines: [] }, proposed)).toBe('lines');
  expect(missingPart({ ...proposed, lines: [{ ...line, unitId: '' }] }, proposed)).toBe('unit');
});

test('who accepts what the rules would not has one line to fill in, and says what is missing in it', () => {
  const nothing = { ...proposed, lines: [] };
  expect(linesOf(nothing).map((each) => each.programme)).toEqual(['']);
  expect(missingPart(nothing, proposed)).toBe('lines');
  expect(missingPart({ ...nothing, lines: [{ ...line, unitId: '' }] }, proposed)).toBe('unit');
  expect(withLine(nothing)).toHaveLength(2);
  expect(withLine(proposed)).toEqual([line, expect.objectContaining({ programme: '' })]);
});
