import { expect, it } from 'vitest';
import { turnsOf } from './turns.ts';

const person = (id: string, birthDate: string | null, deceasedOn: string | null = null) => ({
  id,
  name: id,
  sex: 'unknown' as const,
  birthDate,
  birthPrecision: 'day' as const,
  age: null,
  deceasedOn,
  district: null,
  index: false,
  reported: false,
  candidateOnly: false,
});
const edge = { source: 'household', confidence: 'confirmed' as const, told: null };
const member = (personId: string, since: string | null, until: string | null = null) => ({
  personId,
  relation: 'self',
  since,
  until,
  ...edge,
});

it('tells births, unions, moves and reports in their order; a parent since a birth is told by the birth', () => {
  const turns = turnsOf({
    people: [person('a', '1990-01-01'), person('b', '1991-02-02', '2025-05-05'), person('c', '2020-03-03')],
    kin: [
      { from: 'a', to: 'b', relation: 'spouse', since: '2015-06-06', until: '2024-04-04', ...edge },
      { from: 'a', to: 'c', relation: 'parent', since: '2020-03-03', until: null, ...edge },
    ],
    households: [
      {
        id: 'h',
        kind: 'lived',
        district: null,
        members: [member('a', '2016-01-01'), member('b', '2016-01-01', '2024-04-04'), member('c', '2020-03-03')],
      },
    ],
    reports: [],
  });
  expect(turns.map((turn) => [turn.on, turn.kind])).toEqual([
    ['2025-05-05', 'died'],
    ['2024-04-04', 'kinUntil'],
    ['2024-04-04', 'movedOut'],
    ['2020-03-03', 'born'],
    ['2016-01-01', 'movedIn'],
    ['2015-06-06', 'kinSince'],
    ['1991-02-02', 'born'],
    ['1990-01-01', 'born'],
  ]);
  expect(turns.find((turn) => turn.kind === 'movedIn')).toMatchObject({ people: ['a', 'b'] });
});
