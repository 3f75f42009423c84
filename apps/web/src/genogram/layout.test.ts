// Genogram layout, for 1 to 30 people: nobody overlaps, partners are neighbours, children hang under parents, everything is inside the picture.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layout, SYMBOL } from './layout.ts';
import { spread } from './place.ts';
import type { Family, Kin, Person } from './types.ts';

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  sex: 'unknown',
  birthDate: null,
  birthPrecision: 'day',
  age: null,
  deceasedOn: null,
  index: false,
  ...more,
});
const kin = (from: string, relation: Kin['relation'], to: string): Kin => ({ from, relation, to, since: null, until: null });

const three: Family = {
  people: [
    person('grandpa', { sex: 'male', age: 69, deceasedOn: '2024-01-01' }),
    person('grandma', { sex: 'female', age: 66 }),
    person('ex', { sex: 'male', age: 39 }),
    person('mother', { sex: 'female', age: 34 }),
    person('father', { sex: 'male', age: 37 }),
    person('sister', { sex: 'female', age: 13 }),
    person('boy', { sex: 'male', age: 7, index: true }),
    person('baby', { sex: 'female', age: 3 }),
  ],
  kin: [
    kin('grandpa', 'spouse', 'grandma'),
    kin('grandpa', 'parent', 'mother'),
    kin('grandma', 'parent', 'mother'),
    kin('ex', 'divorced', 'mother'),
    kin('mother', 'separated', 'father'),
    kin('ex', 'parent', 'sister'),
    kin('mother', 'parent', 'sister'),
    kin('mother', 'parent', 'boy'),
    kin('father', 'parent', 'boy'),
    kin('mother', 'parent', 'baby'),
    kin('father', 'parent', 'baby'),
    kin('father', 'conflict', 'mother'),
  ],
  households: [
    { id: 'h', kind: 'lived', members: ['grandma', 'mother', 'sister', 'boy', 'baby'].map((personId) => ({ personId, until: null })) },
  ],
};

describe('a family of three generations', () => {
  const drawn = layout(three);
  const at = (id: string) => drawn.people.find((each) => each.id === id)!;

  test('stands in three rows, the mother between her two partners', () => {
    expect(['grandpa', 'mother', 'boy'].map((id) => at(id).generation)).toEqual([0, 1, 2]);
    const row = drawn.people.filter((each) => each.generation === 1).map((each) => each.id);
    expect([
      ['ex', 'mother', 'father'],
      ['father', 'mother', 'ex'],
    ]).toContainEqual(row);
  });

  test('siblings of the same parents stand by age under them', () => {
    expect(at('boy').x).toBeLessThan(at('baby').x);
    const middle = (at('mother').x + at('father').x) / 2;
    expect(Math.abs((at('boy').x + at('baby').x) / 2 - middle)).toBeLessThan(SYMBOL * 2);
  });

  test('draws divorce, separation, conflict and the household', () => {
    expect(drawn.unions.map((union) => union.kind).sort()).toEqual(['divorced', 'separated', 'spouse']);
    expect(drawn.conflicts).toHaveLength(1);
    expect(drawn.outlines[0]?.path).toMatch(/^M[\d. L-]+Z/);
  });
});

test('the line of a child with one known parent leaves the symbol below, by the standard', () => {
  const drawn = layout({
    people: [person('mother', { sex: 'female', age: 34 }), person('boy', { sex: 'male', age: 7 }), person('baby', { age: 1 })],
    kin: [kin('mother', 'parent', 'boy'), kin('mother', 'parent', 'baby')],
    households: [],
  });
  const mother = drawn.people.find((each) => each.id === 'mother')!;
  expect(drawn.lines).toHaveLength(2);
  for (const line of drawn.lines) {
    expect(line.points[0]).toEqual({ x: mother.x, y: mother.y + SYMBOL / 2 });
    expect(line.points[1]!.x).toBe(mother.x);
  }
});

test('whose parents nobody knows hangs with the sibling whose parents are known, on a line of its own kind; half siblings and strangers do not', () => {
  const people = ['mother', 'boy', 'told', 'further', 'half'].map((id) => person(id, { age: id === 'mother' ? 34 : 7 }));
  const drawn = layout({
    people,
    kin: [
      kin('mother', 'parent', 'boy'),
      kin('told', 'sibling', 'boy'),
      kin('further', 'sibling', 'told'),
      kin('half', 'halfSibling', 'boy'),
    ],
    households: [],
  });
  expect(drawn.lines.map((line) => [line.childId, line.asSibling])).toEqual([
    ['boy', false],
    ['told', true],
    ['further', true],
  ]);
  const mother = drawn.people.find((each) => each.id === 'mother')!;
  for (const line of drawn.lines) expect(line.points[0]).toEqual({ x: mother.x, y: mother.y + SYMBOL / 2 });
  const alone = layout({ people: people.slice(1, 3), kin: [kin('told', 'sibling', 'boy')], households: [] });
  expect(alone.lines.map((line) => line.asSibling)).toEqual([true, true]);
});

const families = fc
  .integer({ min: 1, max: 30 })
  .chain((size) =>
    fc.record({
      size: fc.constant(size),
      ages: fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }), { minLength: size, maxLength: size }),
      sexes: fc.array(fc.constantFrom('male' as const, 'female' as const, 'unknown' as const), { minLength: size, maxLength: size }),
      edges: fc.array(
        fc.record({
          from: fc.nat(size - 1),
          to: fc.nat(size - 1),
          relation: fc.constantFrom<Kin['relation']>(
            'parent',
            'adoptiveParent',
            'spouse',
            'divorced',
            'partner',
            'sibling',
            'halfSibling',
            'grandparent',
            'caregiver',
            'conflict',
          ),
        }),
        { maxLength: 60 },
      ),
      members: fc.array(fc.nat(size - 1), { maxLength: 12 }),
    }),
  )
  .map(
    ({ size, ages, sexes, edges, members }): Family => ({
      people: Array.from({ length: size }, (_, index) =>
        person(`p${index}`, { age: ages[index]!, sex: sexes[index]!, index: index === 0 }),
      ),
      kin: edges.filter((edge) => edge.from !== edge.to).map((edge) => kin(`p${edge.from}`, edge.relation, `p${edge.to}`)),
      households: [{ id: 'h', kind: 'lived', members: [...new Set(members)].map((index) => ({ personId: `p${index}`, until: null })) }],
    }),
  );

describe('any family, however contradictory its edges', () => {
  test('everybody is drawn once, inside, apart, and always the same', () => {
    fc.assert(
      fc.property(families, (family) => {
        const drawn = layout(family);
        expect(drawn.people.map((each) => each.id).sort()).toEqual(family.people.map((each) => each.id).sort());
        for (const each of drawn.people) {
          expect(each.x - SYMBOL / 2).toBeGreaterThanOrEqual(0);
          expect(each.x + SYMBOL / 2).toBeLessThanOrEqual(drawn.width);
          expect(each.y + SYMBOL / 2).toBeLessThanOrEqual(drawn.height);
        }
        for (const a of drawn.people)
          for (const b of drawn.people) if (a.id < b.id && a.y === b.y) expect(Math.abs(a.x - b.x)).toBeGreaterThan(SYMBOL * 2);
        for (const line of drawn.lines)
          for (const point of line.points) {
            expect(Number.isFinite(point.x)).toBe(true);
            expect(point.y, 'siblings without parents hang from a bar above them').toBeGreaterThan(0);
            expect(point.y).toBeLessThan(drawn.height);
          }
        expect(layout(family)).toEqual(drawn);
      }),
      { numRuns: 150 },
    );
  });
});

test('spread keeps order and distances and stays as near to the wishes as it can', () => {
  expect(spread([0, 0], [10])).toEqual([-5, 5]);
  expect(spread([0, 100], [10])).toEqual([0, 100]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 30 }), (wishes) => {
      const placed = spread(
        wishes,
        wishes.slice(1).map(() => 76),
      );
      for (let index = 1; index < placed.length; index += 1) expect(placed[index]! - placed[index - 1]!).toBeGreaterThanOrEqual(75.999);
    }),
  );
});

test('nobody gives an empty picture', () => {
  expect(layout({ people: [], kin: [], households: [] })).toMatchObject({ height: 0, people: [], unions: [] });
});

test('of many whose ties nobody knows no row holds more than eight, under the family', () => {
  const others = Array.from({ length: 20 }, (_, index) => person(`other${index}`));
  const drawn = layout({ ...three, people: [...three.people, ...others] });
  expect(drawn.width).toBe(Math.max(layout(three).width, layout({ ...three, people: [...three.people, ...others.slice(0, 9)] }).width));
  const rows = Map.groupBy(
    drawn.people.filter((each) => each.id.startsWith('other')),
    (each) => each.y,
  );
  expect([...rows.values()].map((row) => row.length)).toEqual([8, 8, 4]);
  const family = drawn.people.filter((each) => !each.id.startsWith('other'));
  expect(Math.max(...family.map((each) => each.y))).toBeLessThan(Math.min(...rows.keys()));
});
