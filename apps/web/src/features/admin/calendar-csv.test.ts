// Reading the calendar of a year.
import { expect, test } from 'vitest';
import { readCalendarCsv } from './calendar-csv.ts';

test('days are read, the header passed over, wrong lines named', () => {
  const read = readCalendarCsv(
    'date,name,kind\n2028-01-01,開國紀念日,holiday\n1170219,補行上班,makeUpWorkingDay\n2028-02-30x,錯,holiday\n2028-03-01,錯,party\n',
  );
  expect(read.days).toEqual([
    { date: '2028-01-01', name: '開國紀念日', kind: 'holiday', working: false },
    { date: '1170219', name: '補行上班', kind: 'makeUpWorkingDay', working: true },
  ]);
  expect(read.wrong).toEqual([4, 5]);
});
