// Telephone numbers as people write them are read alike, written as people expect them, and read again as the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTelephone, parseExtension, parseTelephone, withExtension } from './telephone.ts';

test('is read however it is written', () => {
  const written: [string, string, string][] = [
    ['（０７）７９９－５６７８', '077995678', '07-799-5678'],
    ['07-799-5678 分機 12', '077995678#12', '07-799-5678 #12'],
    ['+886 7 799 5678 ext. 12', '077995678#12', '07-799-5678 #12'],
    ['+886-(0)7-7995678#3', '077995678#3', '07-799-5678 #3'],
    ['02 2720 8889', '0227208889', '02-2720-8889'],
    ['04-22289111轉35101', '0422289111#35101', '04-2228-9111 #35101'],
    ['047222151', '047222151', '04-722-2151'],
    ['049-2222106', '0492222106', '049-222-2106'],
    ['037322150', '037322150', '037-322-150'],
    ['０９１２３４５６７８', '0912345678', '0912-345-678'],
    ['0800-024-111', '0800024111', '0800-024-111'],
    ['0836-25131', '083625131', '0836-25131'],
    ['113', '113', '113'],
    ['1957', '1957', '1957'],
  ];
  for (const [raw, kept, shown] of written) {
    expect([raw, parseTelephone(raw)]).toEqual([raw, kept]);
    expect(formatTelephone(kept)).toBe(shown);
  }
});

test('is refused where it is none', () => {
  for (const raw of [
    '',
    '12',
    '07-799',
    '07-799-56789',
    '0912',
    '12345',
    'abc',
    '07-799-5678a',
    '分機 12',
    '0000000000',
    '+1 212 555 0100',
  ])
    expect([raw, parseTelephone(raw)]).toEqual([raw, null]);
});

test('comes back as it was', () => {
  const area = fc.constantFrom<[string, number]>(['02', 8], ['07', 7], ['049', 7], ['04', 8], ['089', 6], ['0836', 5], ['09', 8]);
  const number = fc.tuple(area, fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }), fc.option(fc.integer({ min: 0, max: 999999 })));
  fc.assert(
    fc.property(number, ([[prefix, length], digits, extension]) => {
      const kept = parseTelephone(prefix + digits.slice(0, length).join('') + (extension === null ? '' : `#${extension}`));
      expect(kept).not.toBeNull();
      expect(parseTelephone(formatTelephone(kept!))).toBe(kept);
    }),
  );
});

test('an extension is digits, and takes the place of the one of the office', () => {
  expect(['分機１２', '#12', '12', 'ext. 12', '1-2', ''].map(parseExtension)).toEqual(['12', '12', '12', '12', null, null]);
  expect(withExtension('077995678#9', '12')).toBe('077995678#12');
  expect(withExtension('077995678#9', null)).toBe('077995678#9');
});
