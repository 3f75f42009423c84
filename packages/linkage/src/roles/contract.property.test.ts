// What every comparison promises (types.ts), checked on values of all kinds: real ones, nonsense, rare characters, megabytes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetKey } from '../shelf/text/hash.ts';
import { allComparisons } from './comparisons.ts';
import { type Comparison, UNREAD } from './types.ts';

const VALUES = [
  '陳大明',
  '陳○明',
  '陳怡君',
  '陈大明',
  '林怡',
  '林怡君',
  '歐陽美玲',
  '陳林美玉',
  '王𠮷',
  '瓦歷斯·諾幹',
  'CHEN, DA-MING',
  'Da-Ming Chen',
  'Nguyễn Thị Hoa',
  '陳先生',
  '○○○',
  '1974-01-28',
  '民國63年1月28日',
  '0630128',
  '1974',
  '1974-01-01',
  '28/01/1974',
  '12 Mar 1985',
  '19934128',
  '1130230',
  'F131104093',
  'f131104039',
  'F13****093',
  'A123456789',
  'AB30196814',
  'PA1234567',
  '0912-345-670',
  '(02)2345-6780#12',
  '0912345670/02-23456780',
  '+886912345670',
  '5551234567',
  '台北市中正區重慶南路一段122號3樓',
  '臺北市中正區重慶南路1段122號',
  '新興區八德74號三樓',
  '12 High Street',
  '12a, high st.',
  'Flat 3, 12 High Street, York',
  'm',
  'F',
  '男',
  '2',
  '10048',
  '100',
  'SW1A 1AA',
  'a.b@example.org',
  'a.b@exampel.org',
  'a.b',
  'St. Mary’s Head Start',
  'Head Start Saint Mary',
  '衛生福利部社會及家庭署',
  '社會及家庭署',
  '',
  ' ',
  '-',
  'N/A',
  '無',
  '不詳',
  '\ud800',
  'a\udc00b',
  '\u200b',
  '陳\u200b大明',
  '𠮷'.repeat(50),
  'x'.repeat(3000),
  '名'.repeat(100_000),
  '\u0000',
  "'; DROP TABLE--",
  '(((',
  '[\\',
  '١٢٣',
  '١٩٧٤-٠١-٢٨',
];

const raw = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...VALUES) },
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'陳林大明一二路號樓-/0123AB ○*'), maxLength: 16 }),
);
const inputsOf = (comparison: Comparison): fc.Arbitrary<(string | null)[]> =>
  fc.tuple(...comparison.inputs.map(() => fc.option(raw, { freq: 8 })));

describe.each(allComparisons().map((comparison) => [comparison.id, comparison] as const))('%s', (_id, comparison) => {
  const { levels, facets } = comparison;

  it('states its levels whole', () => {
    expect(levels[0]).toMatchObject({ id: 'missing', m: 0, u: 0 });
    expect(new Set(levels.map(({ id }) => id)).size).toBe(levels.length);
    for (const kind of ['m', 'u'] as const) expect(levels.reduce((sum, level) => sum + level[kind], 0)).toBeCloseTo(1, 9);
    for (const level of levels.slice(1)) {
      expect(level.m).toBeGreaterThan(0);
      expect(level.u).toBeGreaterThan(0);
      expect(level.label.zh).not.toBe('');
      expect(level.label.en).not.toBe('');
    }
    expect(new Set(facets.map(({ id }) => id)).size).toBe(facets.length);
    if (comparison.truthFacet !== undefined) expect(facets.map(({ id }) => id)).toContain(comparison.truthFacet);
    expect(levels.some(({ frequency }) => frequency !== undefined)).toBe(comparison.frequency !== undefined);
  });

  it('prepares any text, compares it alike in both directions, and packs it without change', () => {
    fc.assert(
      fc.property(inputsOf(comparison), inputsOf(comparison), (left, right) => {
        const [a, b] = [comparison.prepare(left), comparison.prepare(right)];
        for (const value of [a, b]) {
          if (value === null) continue;
          expect(comparison.facetsOf(value)).toHaveLength(facets.length);
          expect(comparison.format(value)).not.toBe('');
        }
        if (a === null || b === null) return;
        const level = comparison.compare(a, b);
        expect(Number.isInteger(level) && level >= 1 && level < levels.length).toBe(true);
        expect(comparison.compare(b, a)).toBe(level);
        // Equal in format means interchangeable: the engine keeps one of them only.
        if (comparison.format(a) === comparison.format(b)) {
          expect(level).toBe(comparison.compare(a, a));
          expect(comparison.facetsOf(a)).toEqual(comparison.facetsOf(b));
        }
        const { packing } = comparison;
        if (!packing) return;
        const rows = new Int32Array(packing.width * 2 + 1);
        if (packing.write(a, rows, 1) && packing.write(b, rows, 1 + packing.width))
          expect(packing.compare(rows, 1, rows, 1 + packing.width)).toBe(level);
        if (packing.read !== undefined && packing.write(a, rows.fill(0), 1)) {
          const again = packing.read(rows, 1);
          expect(comparison.facetsOf(again)).toEqual(comparison.facetsOf(a));
          const tables = [again, a].map((value) => {
            const table = comparison.frequency!.empty();
            comparison.frequency!.add(table, value, 2);
            return table;
          });
          expect(tables[0]).toEqual(tables[1]);
        }
        for (const [full, beside] of [
          [a, b],
          [b, a],
        ]) {
          rows.fill(0);
          if (packing.write(beside, rows, 1) || !packing.write(full, rows, 1 + packing.width)) continue;
          rows.fill(0, 1, 1 + packing.width);
          if (packing.writeBeside?.(beside, rows, 1) !== true) continue;
          expect(packing.compare(rows, 1, rows, 1 + packing.width)).toBe(level);
          expect(packing.compare(rows, 1 + packing.width, rows, 1)).toBe(level);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives bounded bits for rarity, whatever the counts', () => {
    const { frequency } = comparison;
    if (!frequency) return;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(inputsOf(comparison), fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 12 }),
        fc.option(fc.double({ min: 1e-9, max: 0.5, noNaN: true }), { nil: undefined }),
        (rows, strangers) => {
          const values = rows.map(([input, count]) => ({ value: comparison.prepare(input), count })).filter(({ value }) => value !== null);
          const table = { ...frequency.empty(), ...(strangers === undefined ? {} : { strangers }) };
          for (const { value, count } of values) frequency.add(table, value, count);
          const again = {
            ...(strangers === undefined ? {} : { strangers }),
            total: table.total,
            counts: Object.fromEntries(Object.entries(table.counts).map(([kind, map]) => [kind, new Map([...map])])),
          };
          for (const { value: a } of values) {
            for (const { value: b } of values) {
              const level = comparison.compare(a, b);
              const bits = frequency.bits(frequency.shares(table, a), frequency.shares(table, b), level, levels[level]!.u);
              expect(Math.abs(bits)).toBeLessThanOrEqual(20);
              const place = frequency.placeOf(level);
              const alone = (value: unknown) => frequency.shares(table, value).map((share, i) => (i === place ? share : 7));
              expect(place < 0 ? 0 : frequency.bits(alone(a), alone(b), level, levels[level]!.u)).toBe(bits);
              expect(bits).toBeLessThanOrEqual(frequency.most(table, level, levels[level]!.u) + 1e-9);
              expect(frequency.bits(frequency.shares(again, b), frequency.shares(again, a), level, levels[level]!.u)).toBe(bits);
            }
            const { keyed } = frequency;
            if (keyed === undefined) continue;
            const own = comparison.facetsOf(a as never);
            const keys = keyed.facets.map((id) => own[facets.findIndex((f) => f.id === id)] ?? '');
            const read = keyed.bind(
              table,
              keys.map((key) => Int32Array.of(0, key === '' ? 0 : facetKey(key))),
            );
            for (const [place, share] of frequency.shares(table, a).entries()) {
              const told = read(1, place);
              if (told !== UNREAD)
                expect(Number.isNaN(told) ? Number.NaN : Math.abs(told - share) < 1e-9 || told).toBe(Number.isNaN(share) ? share : true);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
