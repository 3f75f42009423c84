// A quick reading gives what the plain reading gives, on values of every shape that it knows and on those that it must leave alone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetKey, hashed, hashText } from '../shelf/text/hash.ts';
import { allComparisons } from './comparisons.ts';
import type { Comparison, Imprint } from './types.ts';

const text = (characters: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });
const joined = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.tuple(...parts).map((list) => list.join(''));
const maybe = (part: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(fc.constant(''), part);
const number = fc.oneof(
  fc.integer({ min: 0, max: 1200 }).map(String),
  fc.constantFrom('一', '二', '三', '九', '十', '十二', '二十', '1一', '一1', '007', '1234567'),
);
const counted = (unit: string): fc.Arbitrary<string> => maybe(number.map((n) => n + unit));

const small = fc.oneof(fc.integer({ min: 1, max: 1200 }).map(String), fc.constantFrom('一', '二', '九'));
const plainAddress = joined(
  fc.constantFrom('臺北市', '台北市中正區', '臺中縣大里市', '新北市板橋區', '台東市', ''),
  fc.constantFrom(
    '中山路',
    '重慶南路',
    '市民大道',
    '三民街',
    '一心二路',
    '台中路',
    '峯路',
    '美村路',
    '開元路',
    '新里路口街',
    '下元一街',
    '村里大道',
  ),
  maybe(small.map((n) => `${n}段`)),
  maybe(small.map((n) => `${n}巷`)),
  maybe(small.map((n) => `${n}弄`)),
  small,
  maybe(small.map((n) => `之${n}`)),
  fc.constant('號'),
  maybe(
    fc.oneof(
      small.map((n) => `之${n}`),
      joined(fc.constantFrom('之', '-'), small, fc.constantFrom('樓', 'F', 'f', '樓之2', '樓 ')),
      joined(small, fc.constant('樓'), maybe(small.map((n) => `之${n}`))),
    ),
  ),
);

const SHAPES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'full-name': fc.oneof(
    text('陳林王歐陽張簡大明美玉怡君峯台臺某先生小姐太老師妹友朋無不詳測試○〇*', 1, 6),
    text('陳林歐陽司馬大明○', 2, 4),
    text('陳a b,', 1, 8),
  ),
  'birth-date': fc.oneof(
    text('0123456789', 5, 9),
    joined(
      text('0129', 1, 4),
      fc.constantFrom('-', '/', '.', '年'),
      text('0123', 1, 2),
      fc.constantFrom('-', '/', '.', '月'),
      text('01239', 1, 4),
    ),
    fc.constantFrom('1900-01-01', '0630128', '19740128', '民國63年1月28日', '1974/01/00', '113-02-30', '1911-01-01', '2001-1-1'),
  ),
  identifier: fc.oneof(
    joined(text('ABXZa*', 1, 1), text('12389ABCD7*', 1, 1), text('0123456789', 8, 8)),
    joined(text('AF', 1, 1), text('12', 1, 1), text('0123456789*', 8, 8)),
    fc.constantFrom('A123456789', 'A100000001', 'A800000014', 'A223456781', 'F131104093', 'A900000007', 'A111111111', 'A198765432'),
  ),
  phone: fc.oneof(
    joined(
      fc.constantFrom('09', '02-', '(04)', '+886-9', '+8862', '00886-9', '886', '9', ''),
      text('0123456789', 5, 9),
      maybe(text('-# 0123/', 0, 6)),
    ),
    text('0123456789-() +', 1, 18),
    fc.constantFrom('0912345678', '0987654321', '0900000000', '0222222222', '+886 912 345 670', '0912-345-670 '),
  ),
  address: fc.oneof(
    plainAddress,
    joined(
      maybe(fc.constantFrom('臺北市', '台北市', '台中', '臺中縣', '高雄市', '新北市', '宜蘭縣', '100')),
      maybe(fc.constantFrom('中正區', '大里區', '三重市', '板橋區', '中壢', '羅東鎮', '東區', '五結鄉')),
      maybe(fc.constantFrom('新里里', '三民里3鄰', '大村')),
      maybe(
        fc.constantFrom(
          '中山路',
          '重慶南路',
          '市民大道',
          '大道',
          '路',
          '三民街',
          '路口街',
          '臨海路',
          '八德',
          '民生東路口',
          '一心二路',
          '台中路',
          '峯路',
        ),
      ),
      counted('段'),
      counted('巷'),
      counted('弄'),
      maybe(fc.constant('臨')),
      number,
      maybe(joined(fc.constantFrom('之', '-'), number)),
      maybe(fc.constant('號')),
      maybe(joined(fc.constantFrom('之', '-'), number)),
      maybe(joined(fc.constantFrom('', '地下', 'B', ','), number, fc.constantFrom('樓', 'F', '層'))),
      maybe(joined(fc.constantFrom('之', '-', ' '), number, maybe(fc.constantFrom('室', 'A')))),
    ),
  ),
};

const latinToken = fc.oneof(
  fc.constantFrom(
    'Chen',
    'CHEN',
    'Da-Ming',
    'daming',
    "ch'en",
    'Hsiao',
    'Xian',
    'Xiana',
    'tsai',
    'Ya`n',
    "''",
    'John',
    'Lee2',
    'o',
    'null',
    'Test',
    'A',
  ),
  text('aeghinouxz', 1, 7),
);
/** Shapes whose rows are laid beside others. */
const BESIDE: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'full-name': fc.oneof(
    fc.array(latinToken, { minLength: 1, maxLength: 6 }).map((tokens) => tokens.join(' ')),
    joined(
      latinToken,
      fc.constantFrom(', ', ',', ' ,', ',,', '  '),
      latinToken,
      fc.constantFrom(' ', '-', ', ', '(', ')', '. '),
      latinToken,
    ),
    text("Chen ,-'.(é明", 1, 10),
  ),
};

const kindOf = (comparison: Comparison): string => comparison.id.slice(comparison.id.indexOf('/') + 1);
const quickOnes = allComparisons().filter(({ quick, inputs }) => quick !== undefined && inputs.length === 1);

describe.each(quickOnes.map((comparison) => [comparison.id, comparison] as const))('the quick reading of %s', (_, comparison) => {
  const { quick, packing, facets } = comparison;
  const width = packing!.width;
  const units = new Uint16Array(1000);
  const out: Imprint = { row: new Int32Array(width), facets: new Int32Array(facets.length), high: 0, low: 0 };
  const read = (raw: string): boolean => {
    for (let i = 0; i < raw.length; i++) units[i] = raw.charCodeAt(i);
    return quick!(units, raw.length, out);
  };

  it('is the plain one where it reads at all', () => {
    let taken = 0;
    fc.assert(
      fc.property(SHAPES[kindOf(comparison)]!, (raw) => {
        out.row.fill(77);
        out.facets.fill(77);
        if (!read(raw)) return;
        taken++;
        const value = comparison.prepare([raw]);
        expect(value).not.toBeNull();
        const row = new Int32Array(width);
        expect(packing!.write(value, row, 0)).toBe(true);
        expect([...out.row]).toEqual([...row]);
        hashText(comparison.format(value));
        expect([out.high, out.low]).toEqual([hashed.high, hashed.low]);
        expect([...out.facets]).toEqual(comparison.facetsOf(value).map((facet) => (facet === null || facet === '' ? 0 : facetKey(facet))));
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(300);
  });
});

const besideOnes = allComparisons().filter(({ quickBeside, inputs }) => quickBeside !== undefined && inputs.length === 1);

describe.each(besideOnes.map((comparison) => [comparison.id, comparison] as const))('the quick reading beside, of %s', (_, comparison) => {
  const { quickBeside, packing, facets } = comparison;
  const width = packing!.width;
  const units = new Uint16Array(1000);
  const out: Imprint = { row: new Int32Array(width), facets: new Int32Array(facets.length), high: 0, low: 0 };

  it('is the plain one where it reads at all', () => {
    let taken = 0;
    fc.assert(
      fc.property(BESIDE[kindOf(comparison)]!, (raw) => {
        out.row.fill(77);
        out.facets.fill(77);
        for (let i = 0; i < raw.length; i++) units[i] = raw.charCodeAt(i);
        const self = quickBeside!(units, raw.length, out);
        if (self === 0) return;
        taken++;
        const value = comparison.prepare([raw]);
        expect(value).not.toBeNull();
        const row = new Int32Array(width);
        expect(packing!.write(value, row, 0)).toBe(false);
        expect(packing!.writeBeside!(value, row, 0)).toBe(true);
        expect([...out.row]).toEqual([...row]);
        expect(self).toBe(comparison.compare(value, value));
        hashText(comparison.format(value));
        expect([out.high, out.low]).toEqual([hashed.high, hashed.low]);
        expect([...out.facets]).toEqual(comparison.facetsOf(value).map((facet) => (facet === null || facet === '' ? 0 : facetKey(facet))));
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(1000);
  });
});
