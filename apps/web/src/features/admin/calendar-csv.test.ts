// Reading the calendar of a year.
import { expect, test } from 'vitest';
import { calendarLines, readCalendarCsv } from './calendar-csv.ts';
import { readText } from './read-text.ts';

test('days are read in ISO whatever they were typed in, the header passed over, and each wrong line is named with its reason', () => {
  const read = readCalendarCsv(
    [
      'date,name,kind',
      '2028-01-01,開國紀念日,holiday',
      '1170219,補行上班,補班',
      '2028-02-30,錯,holiday',
      '2028-03-01,錯,party',
      '',
      '2029-03-01,別年,放假',
      '2028-01-01,又一次,放假',
      '2028-03-02,,放假',
      '2028-03-03,本來就上班,補行上班',
    ].join('\r\n'),
    2028,
  );
  expect(read.days).toEqual([
    { date: '2028-01-01', name: '開國紀念日', kind: 'holiday', working: false },
    { date: '2028-02-19', name: '補行上班', kind: 'makeUpWorkingDay', working: true },
  ]);
  // The lines of the text, not of the days that could be read.
  expect(read.wrong).toEqual([
    { line: 4, why: 'date' },
    { line: 5, why: 'kind' },
    { line: 7, why: 'otherYear' },
    { line: 8, why: 'twice' },
    { line: 9, why: 'name' },
    { line: 10, why: 'worksAnyway' },
  ]);
});

test('the office calendar as it is published: of all days of the year those against the week', () => {
  const published = '\ufeff西元日期,星期,是否放假,備註\n20250127,一,2,小年夜\n20250201,六,2,\n20250203,一,0,\n20250208,六,0,補行上班\n';
  expect(readCalendarCsv(published, 2025)).toEqual({
    days: [
      { date: '2025-01-27', name: '小年夜', kind: 'holiday', working: false },
      { date: '2025-02-08', name: '補行上班', kind: 'makeUpWorkingDay', working: true },
    ],
    wrong: [],
  });
});

test('a file in Big5 is read as well as one in UTF-8', () => {
  expect(readText(new Uint8Array([0xa4, 0xa4]).buffer)).toBe('中');
  expect(readText(new TextEncoder().encode('中').buffer as ArrayBuffer)).toBe('中');
});

test('a picture taken for a calendar is all wrong lines, and no days', () => {
  const { days, wrong } = readCalendarCsv(readText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).buffer), 2028);
  expect([days, wrong.length > 0]).toEqual([[], true]);
});

test('days written as lines are read as the same days, in either language', () => {
  const days = [
    { date: '2026-08-05', name: '颱風停班', kind: 'countyClosure' as const, working: false },
    { date: '2026-02-07', name: '補行上班', kind: 'makeUpWorkingDay' as const, working: true },
  ];
  expect(calendarLines(days, false)).toBe('1150805,颱風停班,停班\n1150207,補行上班,補班');
  for (const english of [true, false]) expect(readCalendarCsv(calendarLines(days, english), 2026)).toEqual({ days, wrong: [] });
});
