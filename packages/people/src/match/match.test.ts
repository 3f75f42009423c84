import { canonicalText } from '@anwang/linkage/shelf';
import { describe, expect, it } from 'vitest';
import { FULL_NAME } from './comparisons.ts';
import {
  BITS,
  type IndexedPerson,
  indexKeys,
  LIKELIHOOD_BITS,
  lookupKeys,
  matchReport,
  type PersonIndex,
  prepareReported,
  type ReportedPerson,
  sentence,
} from './index.ts';
import { canonical, decide, indexed, reported } from './testing/people.ts';

const ID = 'Y290000018';

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
