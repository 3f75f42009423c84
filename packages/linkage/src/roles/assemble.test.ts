import { describe, expect, it } from 'vitest';
import { assemble } from './assemble.ts';
import { findComparison } from './comparisons.ts';
import { type ColumnRole, LOCALES, ROLES } from './types.ts';

const columns = (roles: Record<string, ColumnRole['role']>): ColumnRole[] =>
  Object.entries(roles).map(([column, role]) => ({ column, role }));

describe('assembling columns', () => {
  it('joins surname and given name into one comparison', () => {
    const { comparisons } = assemble('en', columns({ first: 'given-name', last: 'surname', dob: 'birth-date' }));
    expect(comparisons.map(({ id, columns: bound }) => [id, bound])).toEqual([
      ['en/name-parts', ['last', 'first']],
      ['en/birth-date', ['dob']],
    ]);
  });

  it('keeps a given name or surname without its partner', () => {
    expect(assemble('en', columns({ first: 'given-name' })).comparisons.map(({ id }) => id)).toEqual(['en/given-name']);
    expect(assemble('zh-TW', columns({ 姓: 'surname' })).comparisons.map(({ id }) => id)).toEqual(['zh-TW/surname']);
  });

  it('tells several columns of one role apart, and pairs their rules', () => {
    const { comparisons, rules } = assemble('zh-TW', columns({ home: 'phone', mobile: 'phone' }));
    expect(comparisons.map(({ id }) => id)).toEqual(['zh-TW/phone', 'zh-TW/phone#2']);
    expect(rules.map(({ id }) => id)).toContain('phone#2.phone');
  });

  it('leaves short forms of names out when asked', () => {
    const roles = columns({ first: 'given-name', last: 'surname' });
    const level = (options: { nicknames?: boolean }): string => {
      const { comparison } = assemble('en', roles, options).comparisons[0]!;
      const [a, b] = [comparison.prepare(['Smith', 'Robert']), comparison.prepare(['Smith', 'Bob'])];
      return comparison.levels[comparison.compare(a, b)]!.id;
    };
    expect(level({})).toBe('given-close');
    expect(level({ nicknames: false })).not.toBe('given-close');
  });

  it.each(LOCALES)('has a comparison for every role in %s, and names only facets and levels that exist', (locale) => {
    for (const role of ROLES) expect(assemble(locale, [{ column: 'a', role }]).comparisons).toHaveLength(1);
    const { comparisons, rules, refinements } = assemble(
      locale,
      ROLES.map((role) => ({ column: role, role })),
    );
    const found = (id: string) => comparisons.find((bound) => bound.id === id)!.comparison;
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { parts } of rules)
      for (const { comparison, facet } of parts) expect(found(comparison).facets.map(({ id }) => id)).toContain(facet);
    for (const { target, from, to, when } of refinements) {
      const levels = found(target).levels.map(({ id }) => id);
      expect(levels).toEqual(expect.arrayContaining([...from, to]));
      for (const { comparison, levels: needed } of when)
        expect(found(comparison).levels.map(({ id }) => id)).toEqual(expect.arrayContaining([...needed]));
    }
  });

  it('re-reads a borrowed number where date of birth and name are there', () => {
    const { refinements } = assemble('zh-TW', columns({ id: 'identifier', dob: 'birth-date', name: 'full-name' }));
    expect(refinements.map(({ to }) => to)).toEqual(['borrowed', 'borrowed']);
    expect(assemble('zh-TW', columns({ id: 'identifier' })).refinements).toEqual([]);
  });

  it('says which comparison does not exist', () => expect(() => findComparison('fr/name')).toThrow('There is no comparison fr/name'));
});
