import { canonicalText } from '@anwang/linkage/shelf';
import { describe, expect, it } from 'vitest';
import { readSearch } from '../search/index.ts';
import { FULL_NAME } from './comparisons.ts';
import {
  BITS,
  decideMatch,
  type IndexedPerson,
  indexKeys,
  LIKELIHOOD_BITS,
  lookupKeys,
  matchReport,
  type PersonIndex,
  prepareReported,
  type ReportedPerson,
  sentence,
  UNKNOWN_PERSON,
} from './index.ts';

const reported = (more: Partial<ReportedPerson>): ReportedPerson => ({ ...UNKNOWN_PERSON, ...more });
const indexed = (more: Partial<IndexedPerson>): IndexedPerson => ({
  id: 'p',
  name: '陳怡君',
  sex: 'female',
  birthDate: '1990-01-02',
  birthPrecision: 'day',
  district: null,
  identifier: 'unknown',
  hits: [],
  version: 1,
  ...more,
});
const decide = (r: Partial<ReportedPerson>, ...people: Partial<IndexedPerson>[]) =>
  decideMatch(prepareReported(reported(r)), people.map(indexed));
const ID = 'Y290000018';
/** Keys hold the shelf's canonical characters, whichever variant that is. */
const canonical = (keys: readonly string[]) => keys.map(canonicalText);

describe('match decision', () => {
  it('links by a valid number with a compatible name or birth date, and by nothing less', () => {
    expect(decide({ nationalId: ID, name: '陳怡君' }, { identifier: 'same' }).kind).toBe('link');
    expect(decide({ nationalId: ID, name: '王大明', birthDate: '0790102' }, { identifier: 'same' }).kind).toBe('link');
    expect(decide({ nationalId: ID }, { identifier: 'same' }).kind).toBe('candidates');
    expect(decide({ nationalId: ID, name: '王大明', birthDate: '2012-05-06' }, { identifier: 'same' }).kind).toBe('candidates');
    expect(decide({ name: '陳怡君', birthDate: '0790102', sex: 'female', phones: ['0900123456'] }, { hits: ['phone'] }).kind).toBe(
      'candidates',
    );
  });

  it('never links by a number that has a wrong check digit or is a known sample', () => {
    expect(decide({ nationalId: 'Y290000019', name: '陳怡君' }, { identifier: 'same' }).kind).toBe('candidates');
    expect(decide({ nationalId: 'A123456789', name: '陳怡君' }, { identifier: 'same' }).kind).toBe('candidates');
  });

  it('asks a person when two people have the same number', () => {
    expect(decide({ nationalId: ID, name: '陳怡君' }, { identifier: 'same' }, { id: 'q', identifier: 'same' }).kind).toBe('candidates');
  });

  it('says in words why: 姓名同音、生日相同', () => {
    const decision = decide({ name: '陳宜君', birthDate: '民國79年1月2日' }, {});
    if (decision.kind !== 'candidates') throw new Error(decision.kind);
    const [best] = decision.candidates;
    expect(best?.likelihood).toBe('strong');
    expect(sentence(best?.evidence ?? [], 'zh-TW')).toMatch(/生日相同、姓名(?:同音|一字音近)|姓名同音.*、生日相同/);
    expect(sentence(best?.evidence ?? [], 'en')).toMatch(/birth/);
  });

  it('takes the visible part of a masked name as weak evidence, another person as none', () => {
    const masked = decide({ name: '陳○君', birthDate: '0790102' }, {});
    expect(masked.kind).toBe('candidates');
    expect(decide({ name: '林志豪', birthDate: '1955-03-03' }, {}).kind).toBe('new');
  });

  describe('a masked name', () => {
    const crowd = (n: number, more: Partial<IndexedPerson> = {}) =>
      Array.from(
        { length: n },
        (_, i): Partial<IndexedPerson> => ({
          id: `p${i}`,
          name: `陳${'怡佳美文心'[i % 5]}君`,
          birthDate: `${1950 + i * 7}-01-02`,
          ...more,
        }),
      );
    const proposed = (r: Partial<ReportedPerson>, ...people: Partial<IndexedPerson>[]) => {
      const decision = decide({ name: '陳○君', ...r }, ...people);
      return decision.kind === 'candidates' ? decision.candidates.map((one) => one.personId) : decision.kind;
    };

    it('is no evidence of anybody when many have it and nothing else agrees', () => {
      expect(proposed({}, ...crowd(4))).toBe('unidentifiable');
      expect(proposed({ sex: 'female' }, ...crowd(8))).toBe('unidentifiable');
      expect(proposed({ phones: ['0900123456'] }, ...crowd(8))).toBe('new');
    });

    it('is some while it is rare', () => {
      expect(proposed({}, ...crowd(3))).toHaveLength(3);
    });

    it('finds whoever anything else agrees with, and those alone', () => {
      const [first, ...rest] = crowd(8);
      expect(proposed({ phones: ['0900123456'] }, { ...first, hits: ['phone'] }, ...rest)).toEqual(['p0']);
      expect(proposed({ addresses: ['高雄市三民區示範路1號'] }, { ...first, hits: ['address'] }, ...rest)).toEqual(['p0']);
      expect(proposed({ nationalId: 'Y2900***18' }, { ...first, identifier: 'masked' }, ...rest)).toEqual(['p0']);
      expect(proposed({ age: { years: 76, inYear: 2026 } }, ...crowd(8)).slice(0, 2)).toEqual(['p0', 'p1']);
    });

    it('is looked up by the years that a guessed age leaves open', () => {
      const years = lookupKeys(prepareReported(reported({ name: '陳○君', age: { years: 8, inYear: 2026 } }))).map((key) =>
        key.value.slice(-4),
      );
      expect(years).toEqual(['2015', '2016', '2017', '2018', '2019', '2020']);
    });
  });

  describe('a name that many have', () => {
    const bearers = (n: number, more: Partial<IndexedPerson> = {}) =>
      Array.from({ length: n }, (_, i): Partial<IndexedPerson> => ({ id: `p${String(i).padStart(2, '0')}`, birthDate: null, ...more }));
    const proposed = (r: Partial<ReportedPerson>, ...people: Partial<IndexedPerson>[]) => {
      const decision = decide({ name: '陳怡君', ...r }, ...people);
      return decision.kind === 'candidates' ? decision.candidates.map((one) => one.personId) : decision.kind;
    };
    const here = (id: string) => ({ id, district: '64000050', birthDate: null });

    it('proposes all while they fit on the screen, and none by chance when they do not', () => {
      expect(proposed({}, ...bearers(10))).toHaveLength(10);
      expect(proposed({}, ...bearers(11))).toBe('unidentifiable');
      expect(proposed({ phones: ['0900123456'] }, ...bearers(11))).toBe('new');
    });

    it('puts those of the district first', () => {
      const others = bearers(30, { district: '64000060' });
      expect(proposed({ district: '64000050' }, ...others, here('x'), here('y'))).toEqual(['x', 'y']);
      expect(proposed({ district: '64000050' }, ...bearers(3, { district: '64000060' }), here('x'))[0]).toBe('x');
      expect(proposed({ name: '陳○君', district: '64000050' }, ...others, here('x'))).toEqual(['x']);
    });

    it('is no reason to leave out whom anything else speaks for', () => {
      const decision = proposed({ phones: ['0900123456'] }, ...bearers(12), { id: 'x', birthDate: null, hits: ['phone'] });
      expect(decision).toEqual(['x']);
    });
  });

  it('does not count the district beside the address, and never calls name, sex and district strong', () => {
    const about = (r: Partial<ReportedPerson>, i: Partial<IndexedPerson>) => {
      const decision = decide(
        { name: '陳怡君', sex: 'female', district: '64000050', ...r },
        { district: '64000050', birthDate: null, ...i },
      );
      return decision.kind === 'candidates' ? decision.candidates[0] : undefined;
    };
    expect(about({}, {})?.likelihood).toBe('possible');
    expect(about({}, {})?.evidence.map((e) => `${e.about}/${e.level}`)).toContain('district/same');
    expect(about({}, { hits: ['address'] })?.evidence.map((e) => e.about)).not.toContain('district');
    for (const { m, u } of FULL_NAME.levels)
      expect(Math.log2(m / u) + BITS.sex.same + BITS.district.same).not.toBeGreaterThanOrEqual(LIKELIHOOD_BITS.strong);
  });

  it('takes a guessed age for a little, and only where the day of birth was not told', () => {
    const about = (r: Partial<ReportedPerson>) => {
      const decision = decide({ name: '陳怡君', age: { years: 36, inYear: 2026 }, ...r }, {});
      return decision.kind === 'candidates' ? decision.candidates[0]?.evidence.map((e) => `${e.about}/${e.level}`) : decision.kind;
    };
    expect(about({})).toContain('age/near');
    expect(about({ age: { years: 60, inYear: 2026 } })).toContain('age/far');
    expect(about({ age: { years: 43, inYear: 2026 } })?.toString()).not.toContain('age');
    expect(about({ birthDate: '0790102' })?.toString()).not.toContain('age');
  });

  it('knows when there is nothing to look up', () => {
    expect(decide({}).kind).toBe('unidentifiable');
    expect(decide({ name: '不詳', sex: 'male' }).kind).toBe('unidentifiable');
    expect(decide({ name: '陳小姐' }).kind).toBe('unidentifiable');
  });
});

describe('keys', () => {
  const keys = (r: Partial<ReportedPerson>) => indexKeys(prepareReported(reported(r))).map((k) => `${k.kind}:${k.value}`);

  it('finds homophones, masked names and variants by shared keys', () => {
    const shared = (a: Partial<ReportedPerson>, b: Partial<ReportedPerson>) => {
      const other = new Set(keys(b));
      return lookupKeys(prepareReported(reported(a)))
        .map((k) => `${k.kind}:${k.value}`)
        .filter((k) => other.has(k));
    };
    const full = { name: '陳怡君', birthDate: '1990-01-02' };
    expect(shared({ name: '陳宜君' }, full)).toEqual(['namePinyin:chenyijun']);
    expect(shared({ name: '陳○君', birthDate: '79年' }, full)).toEqual(canonical(['nameMaskedYear:陳○君|1990']));
    expect(shared({ name: '陳○君' }, full)).toEqual(canonical(['nameMasked:陳○君']));
    expect(shared({ name: '黄大明' }, { name: '黃大明' })).toContain(canonicalText('name:黃大明'));
    expect(shared({ name: '林怡君', birthDate: '0790102' }, full)).toEqual(canonical(['birthGiven:1990-01-02|怡君']));
  });

  it('makes no key from what is not known', () => {
    expect(keys({})).toEqual([]);
    expect(keys({ phones: ['0912345678'] })).toEqual([]);
  });
});

describe('search box', () => {
  it.each([
    ['陳怡君', 'name', ['name:陳怡君', 'namePinyin:chenyijun']],
    ['陳怡', 'name', ['name:陳怡', 'namePinyin:chenyi', 'nameMasked:陳怡○']],
    ['陳○君', 'name', ['nameMasked:陳○君']],
    ['chen yijun', 'name', ['name:chen yijun', 'namePinyin:chenyijun']],
    ['ㄔㄧㄐ', 'name', ['nameInitials:ㄔㄧㄐ']],
    ['ㄔㄣˊㄧˊㄐㄩㄣ', 'name', ['namePinyin:chenyijun']],
    ['ㄔ', 'tooWide', []],
    ['0900-123-456', 'phone', ['phone:0900123456']],
    ['VF-115-11-0417', 'number', []],
    ['115-1118-0731', 'number', []],
    [ID, 'identifier', []],
    ['Y29****018', 'identifier', []],
    ['陳', 'tooWide', []],
    ['', 'tooWide', []],
  ])('%s is read as %s', (text, kind, keys) => {
    const query = readSearch(text);
    expect([query.kind, query.keys.map((k) => `${k.kind}:${k.value}`)]).toEqual([kind, canonical(keys)]);
  });

  it('reads an address', () => {
    expect(readSearch('高雄市三民區同心路5號').keys[0]?.kind).toBe('address');
  });
});

describe('matching a report', () => {
  it('looks up everybody at once, hands the decisions over once, and tells who each subject is', async () => {
    const calls: string[] = [];
    const index: PersonIndex = {
      find: async (lookups) => {
        calls.push(`find ${lookups.length}`);
        return lookups.map((l) => (l.identifier === null ? [] : [indexed({ identifier: 'same' })]));
      },
      record: async (_, decisions) => {
        calls.push(decisions.map((d) => d.decision.kind).join());
        return decisions.map((d) => (d.decision.kind === 'link' ? d.decision.personId : d.decision.kind === 'new' ? 'made' : null));
      },
    };
    const matches = await matchReport(index, {
      reportId: 'r',
      county: '64000',
      district: null,
      at: '2026-11-22T00:00:00.000Z',
      demo: true,
      subjects: [
        { subjectId: '1', recordId: 'a', person: reported({ name: '陳怡君', nationalId: ID }) },
        { subjectId: '2', recordId: 'b', person: reported({ name: '林小美' }) },
        { subjectId: '3', recordId: 'c', person: reported({}) },
      ],
    });
    expect(calls).toEqual(['find 3', 'link,new,unidentifiable']);
    expect(matches.map((m) => m.personId)).toEqual(['p', 'made', null]);
  });
});

describe('a part of a name', () => {
  const keysOf = (name: string) => indexKeys(prepareReported(reported({ name })));
  const finds = (typed: string, name: string): boolean => {
    const held = new Set(keysOf(name).map((key) => `${key.kind} ${key.value}`));
    const asked = readSearch(typed);
    return [...asked.keys, ...asked.parts].some((key) => held.has(`${key.kind} ${key.value}`));
  };
  it.each([
    ['谷辣斯', '谷辣斯・尤達卡'],
    ['尤達卡', '谷辣斯·尤達卡'],
    ['谷辣斯·馬耀', '谷辣斯·尤達卡·馬耀'],
    ['walis', 'Walis Nokan'],
    ['NOKAN', 'Walis Nokan'],
    ['nguyen hoa', 'Nguyễn Thị Hoa'],
    ['walis', '吳俊傑 Walis Nokan'],
    ['吳俊傑', 'Walis Nokan（吳俊傑）'],
    ['諾幹', '吳俊傑（瓦歷斯·諾幹）'],
    ['怡君', '陳怡君'],
    ['志明', '歐陽志明'],
    ['歐陽', '歐陽志明'],
    ['君', '陳怡君'],
    ['粘', '粘怡君'],
    ['𠮷', '王𠮷'],
    ['吉', '王𠮷'],
    ['𠮷', '𠮷'],
  ])('%s finds %s', (typed, name) => expect(finds(typed, name)).toBe(true));
  it.each([
    ['陳', '陳怡君'],
    ['林', '林怡君'],
    ['怡文', '陳怡君'],
    ['w', 'Walis Nokan'],
  ])('%s does not find %s', (typed, name) => expect(finds(typed, name)).toBe(false));
  it('does not put a common surname before the index', () => expect(readSearch('陳')).toMatchObject({ kind: 'tooWide', parts: [] }));

  const looked = (name: string, known: string): boolean => {
    const held = new Set(keysOf(known).map((key) => `${key.kind} ${key.value}`));
    return lookupKeys(prepareReported(reported({ name }))).some((key) => held.has(`${key.kind} ${key.value}`));
  };
  const level = (name: string, known: string) => {
    const decision = decide(
      { name, phones: ['0900123456'] },
      { name: known, sex: null, birthDate: null, birthPrecision: 'unknown', hits: ['phone'] },
    );
    return decision.kind === 'candidates' ? decision.candidates[0]?.evidence[0]?.level : decision.kind;
  };
  it.each([
    ['谷辣斯', '谷辣斯·尤達卡', 'part'],
    ['Walis', 'Walis Nokan', 'part'],
    ['Walis Nokan', 'Walis', 'part'],
    ['怡君', '陳怡君', 'part'],
    ['陳怡君', '怡君', 'part'],
    ['Walis Nokan', '吳俊傑（Walis Nokan）', 'same'],
    ['吳俊傑 Walis Nokan', '吳俊傑', 'same'],
    ['Walis', '吳俊傑（Walis Nokan）', 'part'],
    ['陳林美玉', '林美玉', 'prefix'],
  ])('a report of %s is matched with %s', (name, known, agrees) => {
    if (agrees !== 'prefix') expect(looked(name, known)).toBe(true);
    expect(level(name, known)).toBe(agrees);
  });
  it('is never looked up by one character', () => {
    for (const name of ['陳怡君', '𠮷', '谷辣斯·尤達卡'])
      expect(lookupKeys(prepareReported(reported({ name }))).some((key) => key.kind === 'nameCharacter')).toBe(false);
  });

  const crowd = (n: number, more: Partial<IndexedPerson> = {}) =>
    Array.from(
      { length: n },
      (_, i): Partial<IndexedPerson> => ({ id: `p${i}`, name: `Walis ${'ABCDEFGHIJ'[i]}ukan`, sex: 'male', birthDate: null, ...more }),
    );
  const proposed = (r: Partial<ReportedPerson>, ...people: Partial<IndexedPerson>[]) => {
    const decision = decide({ name: 'Walis', ...r }, ...people);
    return decision.kind === 'candidates' ? decision.candidates.map((one) => one.personId) : decision.kind;
  };
  it('proposes nobody of many, and everybody of few; whatever else agrees brings them back', () => {
    expect(proposed({}, ...crowd(3))).toHaveLength(3);
    expect(proposed({}, ...crowd(4))).toBe('unidentifiable');
    expect(proposed({ phones: ['0900123456'] }, ...crowd(4))).toBe('new');
    const [first, ...rest] = crowd(6);
    expect(proposed({ phones: ['0900123456'] }, { ...first, hits: ['phone'] }, ...rest)).toEqual(['p0']);
  });
  it('does not keep a whole name from being somebody new', () => {
    const others = Array.from({ length: 5 }, (_, i): Partial<IndexedPerson> => ({ id: `p${i}`, name: `${'李張林黃吳'[i]}王明` }));
    expect(proposed({ name: '王明' }, ...others)).toBe('new');
  });
});
