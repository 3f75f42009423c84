// The golden vectors of linkage's Taiwan shelf, read as data: both readings must say the same of the same text, in the fields both have.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '../lang/result.ts';
import { parseRocDate } from '../time/roc-date.ts';
import { type AddressParts, formatAddress, parseAddress, readNumber } from './address.ts';
import { foldText } from './fold-text.ts';
import { parseHouseholdNo } from './household.ts';
import { idCheckSum, maskId, parseNationalId, sexOfNationalId } from './national-id.ts';
import { maskPersonName, parsePersonName } from './person-name.ts';
import { parseResidenceId } from './residence-id.ts';

type Golden = { input: string; parsed: Record<string, unknown> | null };
const golden = (name: string): Golden[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../linkage/src/shelf/taiwan/golden', `${name}.json`), 'utf8'));

describe('identifiers', () => {
  it('agree with the golden vectors about kind, check digit and sex', () => {
    const vectors = golden('ids');
    expect(vectors.length).toBeGreaterThan(20);
    for (const { input, parsed } of vectors) {
      const [national, resident] = [parseNationalId(input), parseResidenceId(input)];
      const kind = national.ok ? 'national' : resident.ok ? (resident.value.form === 'old' ? 'resident-old' : 'resident') : null;
      const valid = parsed?.valid === true;
      expect([input, kind]).toEqual([input, valid ? parsed?.kind : null]);
      if (national.ok) expect([input, sexOfNationalId(national.value)]).toEqual([input, parsed?.sex]);
      if (resident.ok) expect([input, resident.value.sex]).toEqual([input, parsed?.sex]);
      if (parsed?.kind === 'national' && !valid) expect(national).toMatchObject({ ok: false, problem: { code: 'idNumberCheckDigit' } });
    }
  });
  it('have one right check digit in ten', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVXYWZIO'), fc.stringMatching(/^[12]\d{7}$/), (letter, digits) => {
        const right = [...'0123456789'].filter((check) => parseNationalId(letter + digits + check).ok);
        expect(right).toHaveLength(1);
        expect(idCheckSum(letter, digits + right[0]) % 10).toBe(0);
      }),
    );
  });
  it('are masked for lists', () => expect(maskId('A123456789')).toBe('A12*****89'));
});

describe('names', () => {
  it('agree with the golden vectors about kind and masking', () => {
    for (const { input, parsed } of golden('names')) {
      const read = parsePersonName(input);
      if (parsed === null || !read.ok) continue;
      expect([input, read.value.kind]).toEqual([input, parsed.kind]);
      // Titles, nicknames and brackets are cut by the shelf; this room keeps what was written.
      if (parsed.masked === true && !/[某先]/u.test(input)) expect([input, read.value.masked]).toEqual([input, true]);
      if (parsed.kind === 'indigenous') expect([input, read.value.text]).toEqual([input, parsed.normal]);
    }
  });
  it.each([
    ['陳大明', '陳○明'],
    ['王𠮷', '王○'],
    ['歐陽美玲', '歐○○玲'],
    ['瓦歷斯·諾幹', '瓦○○·○幹'],
    ['Walis Nokan', 'W. N.'],
    ['林', '○'],
  ])('%s is shown as %s', (name, shown) => expect(maskPersonName(must(parsePersonName(name)))).toBe(shown));
  it.each(['', '   ', '123', '---'])('"%s" is no name', (raw) => expect(parsePersonName(raw).ok).toBe(false));
  it('never show a masked character again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'陳林黃張李王吳劉蔡楊怡君志明淑芬𠮷'), { minLength: 3, maxLength: 5 }), (chars) => {
        const shown = [...maskPersonName(must(parsePersonName(chars.join(''))))];
        expect(shown.slice(1, -1).every((char) => char === '○')).toBe(true);
      }),
    );
  });
});

describe('addresses', () => {
  const fields = ['neighbourhood', 'section', 'lane', 'alley', 'number', 'sub', 'floor'] as const;
  it('agree with the golden vectors in what both read', () => {
    let compared = 0;
    for (const { input, parsed } of golden('addresses')) {
      const read: AddressParts = parseAddress(input);
      for (const field of fields) {
        if (read[field] === undefined) continue;
        compared += 1;
        expect([input, field, read[field]]).toEqual([input, field, parsed?.[field]]);
      }
    }
    expect(compared).toBeGreaterThan(50);
  });
  it('come back from their official form', () => {
    const parts: fc.Arbitrary<AddressParts> = fc.record({
      county: fc.constantFrom('臺北市', '花蓮縣'),
      district: fc.constantFrom('中正區', '仁愛鄉'),
      road: fc.constantFrom('中山路', '臺灣大道'),
      section: fc.integer({ min: 1, max: 9 }),
      lane: fc.integer({ min: 1, max: 500 }),
      alley: fc.integer({ min: 1, max: 50 }),
      number: fc.integer({ min: 1, max: 999 }),
      sub: fc.integer({ min: 1, max: 20 }),
      floor: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(parts, (one) => {
        expect(parseAddress(formatAddress(one))).toEqual(one);
      }),
    );
  });
  it.each([
    ['十二', 12],
    ['一百一十', 110],
    ['一一○', 110],
    ['二十', 20],
    ['3', 3],
  ])('%s is %i', (text, value) => expect(readNumber(text)).toBe(value));
});

describe('dates and the rest', () => {
  it('ROC dates agree with the golden vectors where both give a whole day', () => {
    let compared = 0;
    for (const { input, parsed } of golden('dates')) {
      const read = parseRocDate(input);
      if (parsed?.calendar !== 'roc' || parsed.precision !== 'day' || !read.ok || read.value.kind !== 'date') continue;
      compared += 1;
      expect([input, read.value.date]).toEqual([input, parsed.date]);
    }
    expect(compared).toBeGreaterThan(8);
    for (const impossible of ['1130230', '1120229']) expect(parseRocDate(impossible).ok).toBe(false);
  });
  it('household numbers are a letter and seven digits', () => {
    expect([parseHouseholdNo('f1234567').ok, parseHouseholdNo('F123456').ok]).toEqual([true, false]);
  });
  it('text is folded once and for all', () => {
    expect(foldText('　Ｆ１３\u200b１\uD800 ')).toBe('F131');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        expect(foldText(foldText(raw))).toBe(foldText(raw));
      }),
    );
  });
});
