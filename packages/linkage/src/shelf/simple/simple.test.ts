import { describe, expect, it } from 'vitest';
import { comparisonOf } from '../../roles/index.ts';
import type { Locale, Role } from '../../roles/types.ts';

const levelOf = (locale: Locale, role: Role, a: string, b: string): string => {
  const comparison = comparisonOf(locale, role);
  const [x, y] = [comparison.prepare([a]), comparison.prepare([b])];
  return x === null || y === null ? 'missing' : comparison.levels[comparison.compare(x, y)]!.id;
};

describe('simple comparisons', () => {
  it.each([
    ['en', 'free-text', 'Head Start Center', 'HEAD START CENTER.', 'same'],
    ['en', 'free-text', 'Head Start Center', 'Center, Head Start', 'reordered'],
    ['en', 'free-text', 'Head Start Center', 'Head Start Centre', 'same'],
    ['en', 'free-text', 'Salvation Army Temple', 'Salvation Army Temple Chicago', 'within'],
    ['en', 'free-text', '12 High Street', '14 High Street', 'numbers-differ'],
    ['en', 'free-text', 'Head Start Center', 'Grace Church School', 'different'],
    ['en', 'free-text', 'Grace Church School, Inc.', 'The Grace Church Sch', 'same'],
    ['en', 'address', '12 North High Street', '12 N. High St', 'same'],
    ['en', 'place', 'Liverpool', 'Livrepool', 'close'],
    ['zh-TW', 'free-text', '臺中市北區公所', '台中市北區公所', 'same'],
    ['zh-TW', 'free-text', '衛生福利部社會及家庭署', '社會及家庭署', 'within'],
    ['en', 'identifier', 'AB-123-456', 'ab123456', 'same'],
    ['en', 'identifier', '5304218', '5304128', 'slip'],
    ['en', 'identifier', '5304218', '5314128', 'two-slips'],
    ['en', 'identifier', '5304218', '9999999', 'different'],
    ['en', 'phone', '(312) 555-1234', '3125551234', 'same'],
    ['en', 'phone', '555-1234', '312-555-1234', 'local'],
    ['en', 'phone', '312-555-1234', '312-555-1243', 'slip'],
    ['en', 'email', 'A.B@example.org', 'a.b@example.org', 'same'],
    ['en', 'email', 'hannah88@powers.com', 'hannah88opowersc@m', 'different'],
    ['en', 'email', 'hannah88@powers.com', 'hannah88@powesr.com', 'slip'],
    ['en', 'email', 'hannah88@powers.com', 'hannah88@example.org', 'local'],
    ['en', 'email', 'hannah88@powers.com', 'xyz@powers.com', 'domain'],
    ['zh-TW', 'postcode', '10048', '100', 'area'],
    ['en', 'postcode', 'SW1A 1AA', 'sw1a1aa', 'same'],
    ['en', 'postcode', '60612', '60621', 'slip'],
    ['en', 'number', '007', '7', 'same'],
    ['en', 'number', '12', '13', 'slip'],
    ['zh-TW', 'sex', '男', 'M', 'same'],
    ['zh-TW', 'sex', '1', '女', 'different'],
    ['zh-TW', 'sex', '?', '女', 'missing'],
    ['zh-TW', 'category', '臺北', '台北', 'same'],
    ['en', 'category', 'NSW', 'vic', 'different'],
    ['zh-TW', 'phone', '0912-345-670', '+886912345670', 'same-mobile'],
    ['zh-TW', 'phone', '02-23456780#12', '02-23456780#13', 'extension'],
    ['zh-TW', 'phone', '23456780', '02-23456780', 'local'],
    ['zh-TW', 'phone', '0912345670', '0912345760', 'slip'],
    ['zh-TW', 'phone', '0912345670/02-23456780', '(02)2345-6780', 'same-landline'],
    ['zh-TW', 'phone', '0912345670', '0987654320', 'different'],
  ] as const)('%s %s: %s, %s: %s', (locale, role, a, b, expected) => {
    expect(levelOf(locale, role, a, b)).toBe(expected);
    expect(levelOf(locale, role, b, a)).toBe(expected);
  });
});
