// The outcomes of comparing given name and surname of two persons jointly, in words, strongest first.
import { indexOf, level, scaled } from '../../level.ts';

export const PERSON_LEVELS = scaled([
  level('missing', '姓名缺漏', 'name missing', 0, 0),
  level('same', '姓名相同', 'same given name and surname', 0.6, 0.00002, { frequency: 'value' }),
  level('swapped', '姓與名對調', 'given name and surname swapped', 0.02, 0.000001, { unordered: true }),
  level('given-close', '姓相同、名相近', 'same surname, given name close', 0.08, 0.00002, { frequency: 'part' }),
  level('surname-close', '名相同、姓相近', 'same given name, surname close', 0.08, 0.00002, { frequency: 'part' }),
  level('both-close', '姓、名皆相近', 'given name and surname close', 0.03, 0.00001),
  level('swapped-close', '姓與名對調且相近', 'given name and surname swapped and close', 0.01, 0.000005, { unordered: true }),
  level('given-near', '姓相同、名略似', 'same surname, given name somewhat alike', 0.02, 0.0001, { frequency: 'part', kin: true }),
  level('surname-near', '名相同、姓略似', 'same given name, surname somewhat alike', 0.02, 0.0002, { frequency: 'part' }),
  level('surname-known', '姓相同（名缺漏）', 'same surname, given name missing', 0.03, 0.0005, {
    unordered: true,
    frequency: 'part',
    kin: true,
  }),
  level('given-known', '名相同（姓缺漏）', 'same given name, surname missing', 0.03, 0.0008, { unordered: true, frequency: 'part' }),
  level('both-near', '姓、名皆略似', 'given name and surname somewhat alike', 0.01, 0.0003, { unordered: true }),
  level('given', '名相同、姓不同', 'same given name, other surname', 0.025, 0.006, { frequency: 'part' }),
  level('surname', '姓相同、名不同', 'same surname, other given name', 0.015, 0.004, { frequency: 'part', kin: true }),
  level('one-near', '姓或名其一相近', 'either given name or surname close', 0.01, 0.04),
  level('different', '姓名不同', 'other name', 0.02, 0.94799),
]);

export const personLevel: (id: string) => number = indexOf(PERSON_LEVELS);
