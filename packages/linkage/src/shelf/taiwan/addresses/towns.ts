// Which county and town does an address name? Today's 22 counties and 368 towns, old names of 1999–2014 included (臺北縣三重市 → 新北市三重區), 台 as 臺.
import { TOWNS } from '../data/towns.generated.ts';

export interface Town {
  readonly county: string;
  readonly town: string;
}

interface Index {
  readonly counties: readonly string[];
  /** Town name without its last character (三重) and whole (三重區) → towns of that name. */
  readonly byStem: ReadonlyMap<string, readonly Town[]>;
}

/** Counties that were merged or promoted (1 December 2010, 25 December 2014) → their names of today. */
const FORMER: Readonly<Record<string, string>> = {
  臺北縣: '新北市', 桃園縣: '桃園市', 臺中縣: '臺中市', 臺南縣: '臺南市', 高雄縣: '高雄市',
}; // biome-ignore format: one table

let index: Index | undefined;

const load = (): Index => {
  const byStem = new Map<string, Town[]>();
  const counties: string[] = [];
  for (const row of TOWNS.split('|')) {
    const [county, list] = row.split(':') as [string, string];
    counties.push(county);
    for (const town of list.split(',')) {
      for (const key of town.length > 2 ? [town, town.slice(0, -1)] : [town]) {
        const towns = byStem.get(key) ?? [];
        towns.push({ county, town });
        byStem.set(key, towns);
      }
    }
  }
  return { counties, byStem };
};

const loaded = (): Index => (index ??= load());

/** County at the beginning of a text, its name of today, and how many characters it takes. The last character may be missing only before a town (臺北中正區). */
export const findCounty = (text: string): { county: string; length: number } | null => {
  const whole = text.slice(0, 3);
  const { counties } = loaded();
  if (whole in FORMER) return { county: FORMER[whole]!, length: 3 };
  if (counties.includes(whole)) return { county: whole, length: 3 };
  const stem = text.slice(0, 2);
  const county = counties.find((name) => name.startsWith(stem) && findTown(text.slice(2), name) !== null);
  return county && stem.length === 2 ? { county, length: 2 } : null;
};

/** Town at the beginning of a text; within a county if one is given, else only where the name is unique in Taiwan or `county` is left null. */
export const findTown = (text: string, county: string | null): { town: string; county: string | null; length: number } | null => {
  for (const length of [4, 3, 2]) {
    const name = text.slice(0, length);
    if (name.length !== length || !/[區鄉鎮市]$/u.test(name)) continue;
    const towns = loaded().byStem.get(length > 2 ? name.slice(0, -1) : name) ?? [];
    // 三重市 of the former 臺北縣 is 三重區 today: the last character may differ, except that 東區 and the like are whole names.
    const fitting = towns.filter((town) => (county === null || town.county === county) && (town.town.length > 2 || town.town === name));
    const exact = fitting.filter((town) => town.town === name);
    const found = exact.length > 0 ? exact : fitting;
    if (found.length === 0) continue;
    if (county === null && new Set(found.map((town) => town.town)).size > 1) continue;
    const counties = new Set(found.map((town) => town.county));
    return { town: found[0]!.town, county: counties.size === 1 ? found[0]!.county : county, length };
  }
  return null;
};
