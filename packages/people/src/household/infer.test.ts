import { describe, expect, it } from 'vitest';
import { type Dweller, HOUSEHOLD_LIMIT, inferHouseholds, inferKin } from './infer.ts';

const dweller = (id: string, more: Partial<Dweller> = {}): Dweller => ({
  id,
  surname: '陳',
  birthYear: 1980,
  sex: 'male',
  address: null,
  landline: null,
  ...more,
});

describe('inferred households', () => {
  it('joins by dwelling and by landline, across both', () => {
    const people = [
      dweller('a', { address: 'x' }),
      dweller('b', { address: 'x', landline: '1' }),
      dweller('c', { landline: '1' }),
      dweller('d', { address: 'y' }),
    ];
    expect(inferHouseholds(people)).toEqual([{ members: ['a', 'b', 'c'], because: ['sameDwelling', 'sameLandline'] }]);
  });

  it('takes an address with many people for an institution', () => {
    const many = Array.from({ length: HOUSEHOLD_LIMIT + 1 }, (_, i) => dweller(`p${i}`, { address: 'temple' }));
    expect(inferHouseholds(many)).toEqual([]);
  });

  it('sees parents by surname and age gap, and the other parent as spouse', () => {
    const family = [
      dweller('father'),
      dweller('mother', { surname: '林', sex: 'female', birthYear: 1983 }),
      dweller('child', { birthYear: 2012 }),
    ];
    expect(inferKin(family)).toEqual([
      { from: 'father', to: 'child', relation: 'parent', confidence: 'probable' },
      { from: 'father', to: 'mother', relation: 'spouse', confidence: 'probable' },
    ]);
  });

  it('does not make parents of siblings or of somebody fifty years older with another name', () => {
    expect(inferKin([dweller('a'), dweller('b', { birthYear: 1985 }), dweller('c', { birthYear: 1935, surname: '林' })])).toEqual([]);
  });
});
