import { describe, expect, it } from 'vitest';
import { comparisonOf } from '../../roles/index.ts';
import type { Role } from '../../roles/types.ts';

const levelOf = (role: Role, a: string, b: string): string => {
  const comparison = comparisonOf('zh-TW', role);
  const [x, y] = [comparison.prepare([a]), comparison.prepare([b])];
  return x === null || y === null ? 'missing' : comparison.levels[comparison.compare(x, y)]!.id;
};

describe('identity numbers', () => {
  it.each([
    ['F131104093', 'f131-104-093', 'same-valid'],
    ['F131104094', 'F131104094', 'same'],
    ['F131104093', 'F131104094', 'slip'],
    ['F131104093', 'F13104093', 'slip'],
    ['F131104093', 'F131140093', 'transposed'],
    ['F131104093', 'F13****093', 'masked'],
    ['F13****093', 'F1311****3', 'masked'],
    ['F131104093', 'F13****094', 'different-masked'],
    ['F131104093', 'F131999999', 'different'],
    ['F131104093', 'Z298765438', 'different-valid'],
    ['F131104093', 'A123456789', 'missing'],
    ['PA1234567', 'PA1234567', 'same'],
  ])('%s %s: %s', (a, b, expected) => {
    expect(levelOf('identifier', a, b)).toBe(expected);
    expect(levelOf('identifier', b, a)).toBe(expected);
  });
});

describe('addresses', () => {
  it.each([
    ['臺北市中正區重慶南路一段122號3樓', '10048台北市中正區重慶南路1段122號3F', 'same-unit'],
    ['臺北市中正區重慶南路一段122號3樓', '中正區重慶南路1段122號三樓', 'same-unit'],
    ['臺北市中正區重慶南路一段122號3樓', '臺北市中正區重慶南路1段122號', 'same-number'],
    ['臺北市中正區重慶南路一段122號3樓', '臺北市中正區重慶南路1段122號5樓', 'same-building'],
    ['臺中市南區南京路110之5號', '台中市南區南京110-5號', 'same-unit'],
    ['台北縣三重市大同街二段28號', '新北市三重區大同街2段28號', 'same-unit'],
    ['臺北市中正區重慶南路一段122號', '臺北市中正區重慶南路一段172號', 'number-slip'],
    ['高雄市小港區六合路79巷31弄35號', '高雄市小港區六合路79巷31弄2號', 'same-lane'],
    ['臺北市中正區重慶南路一段122號', '臺北市中正區重慶南路一段9號', 'same-road'],
    ['臺北市中正區重慶南路一段122號', '臺北市中正區信義路9號', 'same-district'],
    ['臺北市中正區重慶南路一段122號', '臺北市大安區信義路9號', 'same-city'],
    ['臺北市中正區中正路5號', '新北市三重區中正路5號', 'different'],
  ])('%s %s: %s', (a, b, expected) => {
    expect(levelOf('address', a, b)).toBe(expected);
    expect(levelOf('address', b, a)).toBe(expected);
  });
});

describe('rarity', () => {
  it('follows surnames, and copies of one person do not count', () => {
    const { frequency, levels, prepare } = comparisonOf('zh-TW', 'full-name');
    const table = frequency!.empty();
    const given = [...'志明怡君家豪淑芬雅婷俊傑'];
    for (const first of given) for (const last of given) frequency!.add(table, prepare([`陳${first}${last}`]), 2); // two records each
    frequency!.add(table, prepare(['粘志明']), 2);
    const bits = (name: string, level: string): number => {
      const shares = frequency!.shares(table, prepare([name]));
      return frequency!.bits(
        shares,
        shares,
        levels.findIndex(({ id }) => id === level),
        0.001,
      );
    };
    expect(bits('粘志明', 'surname')).toBeGreaterThan(bits('陳志明', 'surname') + 3);
    expect(bits('粘志明', 'same')).toBeGreaterThan(bits('陳志明', 'same') + 1);
    expect(bits('粘○明', 'masked')).toBeGreaterThan(bits('陳○明', 'masked') + 3);
  });

  it('does not take a name for frequent because one person has many records', () => {
    const { frequency, prepare } = comparisonOf('zh-TW', 'full-name');
    const table = frequency!.empty();
    const given = [...'志明怡君家豪淑芬雅婷俊傑'];
    for (const first of given)
      for (const last of given) frequency!.add(table, prepare([`陳${first}${last}`]), first + last === '怡君' ? 9 : 1);
    const bits = (name: string, strangers?: number): number => {
      const shares = frequency!.shares({ ...table, ...(strangers === undefined ? {} : { strangers }) }, prepare([name]));
      return frequency!.bits(shares, shares, 1, 0.001);
    };
    const more = (strangers?: number) => bits('陳志君', strangers) - bits('陳怡君', strangers);
    // What is counted again and again are strangers, as far as is known.
    expect(more()).toBeGreaterThan(2);
    // Strangers hardly ever have one name: the rest of the count is one person's.
    expect(more(0.001)).toBeLessThan(1.2);
    expect(bits('陳怡君', 0.001)).toBeGreaterThan(bits('陳怡君') + 1);
  });

  it('makes a number that hundreds share say nothing', () => {
    const { frequency, levels, prepare } = comparisonOf('zh-TW', 'phone');
    const table = frequency!.empty();
    for (let i = 0; i < 500; i++) frequency!.add(table, prepare([`0912${String(100000 + i * 7)}`]), 2);
    frequency!.add(table, prepare(['02-23456780']), 300);
    const bits = (phone: string, level: string): number => {
      const shares = frequency!.shares(table, prepare([phone]));
      return frequency!.bits(
        shares,
        shares,
        levels.findIndex(({ id }) => id === level),
        0.00001,
      );
    };
    expect(bits('02-23456780', 'same-landline')).toBeLessThan(-1);
    expect(bits('0912100007', 'same-mobile')).toBeGreaterThan(0);
  });
});
