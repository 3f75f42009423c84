// Two small sets of made-up people for comparing the engines, one in Latin letters, one in Han characters with what only Han data do:
// masked names, variants, homophones, ROC dates, full-width digits. Deterministic; nothing here is random or real.

export interface TestSet {
  readonly name: string;
  readonly locale: 'en' | 'zh-TW';
  readonly roles: readonly string[];
  /** The keys to block on: as many joins as a small cluster does in a few minutes, one of each kind. */
  readonly rules: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const at = <T>(list: readonly T[], i: number): T => list[i % list.length]!;
const two = (n: number): string => String(n).padStart(2, '0');

const GIVEN = ['Mary', 'John', 'Linda', 'Peter', 'Grace', 'Oliver', 'Hannah', 'Victor', 'Ruth', 'Samuel', 'Ivy', 'Walter', 'Nora'];
const FAMILY = ['Smith', 'Brown', 'Taylor', 'Wilson', 'Evans', 'Walker', 'Wright', 'Hughes', 'Turner', 'Parker', 'Collins'];
const TOWNS = ['Leeds', 'York', 'Hull', 'Bath', 'Derby'];

/** 240 persons, each second one twice, with a slip in name or date in the copy. */
const latin = (): TestSet => {
  const rows: string[][] = [];
  for (let i = 0; i < 240; i++) {
    const given = at(GIVEN, i * 7);
    const family = at(FAMILY, i * 5 + Math.floor(i / 13));
    const born = `${1940 + ((i * 17) % 70)}-${two(1 + ((i * 5) % 12))}-${two(1 + ((i * 11) % 28))}`;
    const mail = `${given}.${family}${i}@example.org`.toLowerCase();
    rows.push([`a${i}`, given, family, born, at(TOWNS, i), mail]);
    if (i % 2 === 0)
      rows.push([
        `b${i}`,
        i % 4 === 0 ? given.slice(0, -1) : given,
        i % 6 === 0 ? `${family}s` : family,
        i % 10 === 0 ? born.replace(/\d$/, '9') : born,
        '',
        i % 8 === 0 ? '' : mail,
      ]);
  }
  return {
    name: 'latin',
    locale: 'en',
    roles: ['given=given-name', 'family=surname', 'born=birth-date', 'town=place', 'mail=email'],
    rules: ['email.email', 'birth-date.date', 'name-parts.surname+birth-date.month-day', 'name-parts.given'],
    header: ['id', 'given', 'family', 'born', 'town', 'mail'],
    rows,
  };
};

const SURNAMES = ['陳', '林', '黃', '張', '歐陽', '吳', '劉', '葉', '曾', '范姜'];
const FIRST = ['怡', '志', '雅', '俊', '淑', '家', '欣', '文'];
const SECOND = ['君', '明', '婷', '豪', '芬', '偉', '宜', '傑', '華'];

/** 240 persons, each second one twice: masked, variant, homophone or in another calendar. */
const han = (): TestSet => {
  const rows: string[][] = [];
  for (let i = 0; i < 240; i++) {
    const surname = at(SURNAMES, i * 3 + Math.floor(i / 10));
    const first = at(FIRST, i * 5 + Math.floor(i / 8));
    const second = at(SECOND, i * 7);
    const year = 1935 + ((i * 19) % 80);
    const month = 1 + ((i * 5) % 12);
    const day = 1 + ((i * 11) % 28);
    const phone = `09${String(10_000_000 + i * 314_159).slice(0, 8)}`;
    const address = `臺中市${at(['北區', '西屯區', '豐原區'], i)}${at(['中山路', '文心路', '三民路'], i * 2)}${1 + (i % 3)}段${1 + ((i * 13) % 300)}號`;
    rows.push([`a${i}`, surname + first + second, `${year}-${two(month)}-${two(day)}`, phone, address]);
    if (i % 2 !== 0) continue;
    const name = at(
      [
        `${surname}○${second}`,
        `${surname}${first}${second}`.replace('黃', '黄'),
        surname + first.replace('怡', '宜') + second,
        surname + second + first,
      ],
      i / 2,
    );
    const roc = `${String(year - 1911).padStart(3, '0')}${two(month)}${two(day)}`;
    const wide = phone.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    rows.push([`b${i}`, name, roc, i % 6 === 0 ? '' : wide, i % 4 === 0 ? '' : address.replace('臺', '台')]);
  }
  return {
    name: 'han',
    locale: 'zh-TW',
    roles: ['name=full-name', 'born=birth-date', 'phone=phone', 'address=address'],
    rules: ['phone.phone', 'birth-date.date', 'full-name.masked+birth-date.year', 'full-name.sound'],
    header: ['id', 'name', 'born', 'phone', 'address'],
    rows,
  };
};

export const TEST_SETS: readonly TestSet[] = [latin(), han()];

/** The set as CSV text. */
export const toCsv = (set: TestSet): string => `${[set.header, ...set.rows].map((row) => row.join(',')).join('\n')}\n`;
