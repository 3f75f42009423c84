import { describe, expect, it } from 'vitest';
import { comparePersons, reasonsInWords } from './compare.ts';
import { personKeys, preparePerson, type RawPerson } from './prepare.ts';

const compare = (a: RawPerson, b: RawPerson) => comparePersons(preparePerson(a), preparePerson(b));

describe('two persons', () => {
  it('give their reasons in words', () => {
    const { weight, reasons } = compare({ name: '陳怡君', birthDate: '民國63年1月28日' }, { name: '陳宜君', birthDate: '1974-01-28' });
    expect(weight).toBeGreaterThan(15);
    expect(reasonsInWords(reasons, 'zh')).toBe('姓名同音、生日相同');
    expect(reasonsInWords(reasons, 'en')).toBe('name sounds the same; same birth date');
  });

  it('take a parent’s number on a child’s record for what it is', () => {
    const child = compare(
      { name: '陳小華', birthDate: '2015-03-04', nationalId: 'F131104093' },
      { name: '陳大明', birthDate: '1980-01-02', nationalId: 'F131104093' },
    );
    expect(child.reasons.find(({ field }) => field === 'id')?.level).toBe('borrowed');
    expect(child.weight).toBeLessThan(0);
  });

  it('say nothing of what is missing or a placeholder', () => {
    expect(
      compare({ name: '不詳', nationalId: 'A123456789', phones: ['0912345678'] }, { name: '陳大明', nationalId: 'A123456789' }).reasons,
    ).toEqual([]);
  });

  it('weigh a rare surname more than a common one', () => {
    const weight = (name: string): number => compare({ name }, { name }).weight;
    expect(weight('粘志明')).toBeGreaterThan(weight('陳志明') + 3);
    expect(weight('陈志明')).toBe(weight('陳志明'));
  });

  it('take the best of several phones and addresses', () => {
    const { reasons } = compare(
      { phones: ['02-23456780', '0912-345-670'], addresses: ['臺北市中正區重慶南路一段122號'] },
      { phones: ['0912345670'], addresses: ['高雄市', '台北市中正區重慶南路1段122號'] },
    );
    expect(reasons.map(({ level }) => level).sort()).toEqual(['same-mobile', 'same-unit']);
  });

  it.each([
    [
      { name: '陳大明', birthDate: '1974-01-28' },
      { name: 'CHEN, DA-MING', birthDate: '63/1/28' },
    ],
    [
      { name: '陳○明', birthDate: '1974' },
      { name: '陳大明', birthDate: '1974-01-28' },
    ],
    [{ nationalId: 'F131104093' }, { nationalId: 'F131****93' }],
    [
      { name: '林美玉', birthDate: '1950-02-03' },
      { name: '陳林美玉', birthDate: '39/2/3' },
    ],
  ])('meet in a key: %j %j', (a, b) => {
    const keys = new Set(personKeys(preparePerson(a)));
    expect(personKeys(preparePerson(b)).some((key) => keys.has(key))).toBe(true);
  });
});
