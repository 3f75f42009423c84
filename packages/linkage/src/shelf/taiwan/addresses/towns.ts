// Which county and town does an address name? Today's 22 counties and 368 towns, old names of 1999–2014 included (臺北縣三重市 → 新北市三重區), 台 as 臺.
import { TOWNS } from '../data/towns.generated.ts';

interface Town {
  readonly county: string;
  readonly town: string;
}

interface Index {
  /** Name of today by written name, former names included, and by the first two characters. */
  readonly counties: ReadonlyMap<string, string>;
  readonly byShortName: ReadonlyMap<string, readonly string[]>;
  /** Town name without its last character (三重), and two-character names whole (東區) → towns of that name. */
  readonly byStem: ReadonlyMap<string, readonly Town[]>;
}

/** Counties that were merged or promoted (25 December 2010, 25 December 2014) → their names of today. */
const FORMER: Readonly<Record<string, string>> = {
  臺北縣: '新北市',
  桃園縣: '桃園市',
  臺中縣: '臺中市',
  臺南縣: '臺南市',
  高雄縣: '高雄市',
};

let index: Index | undefined;

const load = (): Index => {
  const counties = new Map(Object.entries(FORMER));
  const byShortName = new Map<string, string[]>();
  const byStem = new Map<string, Town[]>();
  const push = <T>(map: Map<string, T[]>, key: string, value: T): void => void (map.get(key) ?? map.set(key, []).get(key)!).push(value);
  for (const row of TOWNS.split('|')) {
    const [county, list] = row.split(':') as [string, string];
    counties.set(county, county);
    push(byShortName, county.slice(0, 2), county);
    for (const town of list.split(',')) push(byStem, town.length > 2 ? town.slice(0, -1) : town, { county, town });
  }
  return { counties, byShortName, byStem };
};

const loaded = (): Index => (index ??= load());

/** County at a position of a text, its name of today, and how many characters it takes. 縣 or 市 may be missing only before a town (臺北中正區). */
export const findCounty = (text: string, at: number): { county: string; length: number } | null => {
  const { counties, byShortName } = loaded();
  const whole = counties.get(text.slice(at, at + 3));
  if (whole !== undefined) return { county: whole, length: 3 };
  const county = byShortName.get(text.slice(at, at + 2))?.find((name) => findTown(text, at + 2, name) !== null);
  return county === undefined ? null : { county, length: 2 };
};

const ENDINGS = '區鄉鎮市';
const ENDING_UNITS = [...ENDINGS].map((char) => char.charCodeAt(0));

/** Can a code unit be the last one of a town's name? */
export const endsTown = (unit: number): boolean => ENDING_UNITS.includes(unit);

/** Town at a position of a text; within a county if one is given, else only where the name is unique in Taiwan or the county is left null. */
export const findTown = (
  text: string,
  at: number,
  county: string | null,
): { town: string; county: string | null; length: number } | null => {
  for (let length = 4; length >= 2; length--) {
    if (!ENDINGS.includes(text.charAt(at + length - 1)) || at + length > text.length) continue;
    const name = text.slice(at, at + length);
    const towns = loaded().byStem.get(length > 2 ? name.slice(0, -1) : name);
    if (!towns) continue;
    // 三重市 of the former 臺北縣 is 三重區 today: the last character may differ, except that 東區 and the like are whole names.
    const fitting = towns.filter((town) => (county === null || town.county === county) && (town.town.length > 2 || town.town === name));
    const exact = fitting.filter((town) => town.town === name);
    const found = exact.length > 0 ? exact : fitting;
    if (found.length === 0 || (county === null && found.some((town) => town.town !== found[0]!.town))) continue;
    return { town: found[0]!.town, county: found.every((town) => town.county === found[0]!.county) ? found[0]!.county : county, length };
  }
  return null;
};
