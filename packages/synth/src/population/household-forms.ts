// In which forms do people live together, and how old are they? Shares of household forms follow the census in round numbers
// (one person 29 %, couple 21 %, two generations 39 %, three generations 7 %, grandparents with grandchildren 1 %), so that the
// age pyramid comes out near 12 % children, 68 % of working age, 20 % elders. A test holds the result to these bounds.

import type { Chance } from '../chance/index.ts';
import type { Sex } from './person.ts';

export type Form = 'single' | 'couple' | 'nuclear' | 'grownChildren' | 'singleParent' | 'threeGenerations' | 'skipGeneration' | 'siblings';
/** Place in the household; children and grandchildren are numbered by their order. */
export type Place = 'head' | 'spouse' | 'child' | 'parent' | 'parentSpouse' | 'sibling' | 'grandchild';

export interface Member {
  readonly place: Place;
  readonly sex: Sex;
  readonly age: number;
  /** Whose surname: the family's, or one of their own (married in). */
  readonly line: 'family' | 'own';
}

const FORMS: readonly (readonly [Form, number])[] = [
  ['single', 29],
  ['couple', 21],
  ['nuclear', 9],
  ['grownChildren', 21.5],
  ['singleParent', 8.5],
  ['threeGenerations', 7],
  ['skipGeneration', 1],
  ['siblings', 3],
];

const sexOf = (chance: Chance): Sex => (chance.bool(0.497) ? 'male' : 'female');
const child = (chance: Chance, age: number): Member => ({ place: 'child', sex: sexOf(chance), age: Math.max(0, age), line: 'family' });

const pair = (chance: Chance, manAge: number): [Member, Member] => [
  { place: 'head', sex: 'male', age: manAge, line: 'family' },
  { place: 'spouse', sex: 'female', age: Math.max(20, manAge - chance.between(-2, 6)), line: 'own' },
];

const children = (chance: Chance, motherAge: number, low: number, high: number): Member[] => {
  const first = chance.between(low, Math.max(low, Math.min(high, motherAge - 22)));
  const count = chance.weighted([
    [1, 46],
    [2, 43],
    [3, 10],
    [4, 1],
  ] as const);
  return Array.from({ length: count }, (_, i) => child(chance, Math.max(low, first - i * chance.between(1, 4))));
};

const adultAge = (chance: Chance): number =>
  chance.weighted([
    [chance.between(20, 34), 22],
    [chance.between(35, 49), 23],
    [chance.between(50, 64), 26],
    [chance.between(65, 79), 21],
    [chance.between(80, 96), 8],
  ] as const);

const MEMBERS: Record<Form, (chance: Chance) => Member[]> = {
  single: (chance) => [{ place: 'head', sex: sexOf(chance), age: adultAge(chance), line: 'family' }],
  couple: (chance) =>
    pair(
      chance,
      chance.weighted([
        [chance.between(26, 40), 25],
        [chance.between(41, 60), 25],
        [chance.between(61, 88), 50],
      ] as const),
    ),
  nuclear: (chance) => {
    const [man, woman] = pair(chance, chance.between(27, 50));
    return [man, woman, ...children(chance, woman.age, 0, 17)];
  },
  grownChildren: (chance) => {
    const [man, woman] = pair(chance, chance.between(48, 72));
    return [man, woman, ...children(chance, woman.age, 15, 40)];
  },
  singleParent: (chance) => {
    const sex: Sex = chance.bool(0.72) ? 'female' : 'male';
    const age = chance.between(28, 66);
    return [{ place: 'head', sex, age, line: sex === 'male' ? 'family' : 'own' }, ...children(chance, age, 0, 30)];
  },
  threeGenerations: (chance) => {
    const [man, woman] = pair(chance, chance.between(30, 50));
    const elder = man.age + chance.between(22, 34);
    const elders: Member[] = [{ place: 'parent', sex: 'female', age: elder, line: 'own' }];
    if (chance.bool(0.55)) elders.push({ place: 'parentSpouse', sex: 'male', age: elder + chance.between(0, 5), line: 'family' });
    return [man, woman, ...children(chance, woman.age, 0, 20), ...elders];
  },
  skipGeneration: (chance) => {
    const age = chance.between(56, 76);
    const grandchildren = Array.from(
      { length: chance.between(1, 2) },
      (): Member => ({ place: 'grandchild', sex: sexOf(chance), age: chance.between(2, 17), line: 'family' }),
    );
    return [{ place: 'head', sex: chance.bool(0.6) ? 'female' : 'male', age, line: 'family' }, ...grandchildren];
  },
  siblings: (chance) => {
    const age = chance.between(22, 70);
    return [
      { place: 'head', sex: sexOf(chance), age, line: 'family' },
      { place: 'sibling', sex: sexOf(chance), age: Math.max(18, age - chance.between(1, 9)), line: 'family' },
    ];
  },
};

/** Draws a household form and its members by age. */
export const drawHousehold = (chance: Chance, smallOnly = false): { form: Form; members: Member[] } => {
  const form = smallOnly ? 'single' : chance.weighted(FORMS);
  return { form, members: MEMBERS[form](chance) };
};
