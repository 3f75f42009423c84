// Which units does a demo county have? One desk, one arbiter, one protection centre, a family centre and a precinct for each that the
// district table names, a school, the health and labour bureaus and an NGO: the partners that the main path needs.

import type { DemoDistrict, DemoUnit } from './county.ts';

const served = (districts: readonly DemoDistrict[], of: 'centres' | 'precincts'): Map<string, string[]> => {
  const map = new Map<string, string[]>();
  for (const district of districts) for (const name of district[of]) map.set(name, [...(map.get(name) ?? []), district.id]);
  return map;
};

/** The unit keys of centres and precincts are their romanised names, as given here by the county. */
export const unitsOf = (
  districts: readonly DemoDistrict[],
  names: {
    county: string;
    /** As the county writes it before its schools and associations: 高雄市. */
    place: string;
    /** Its bureau or department of social affairs, and the office of labour that finds work. */
    social: readonly [zh: string, en: string];
    labour: readonly [zh: string, en: string];
    roman: Record<string, string>;
    protectionWorkers: number;
    centreWorkers: number;
  },
): DemoUnit[] => {
  const roman = (name: string): string => {
    const found = names.roman[name];
    if (found === undefined) throw new Error(`no romanised name for ${name}`);
    return found;
  };
  const plain = (
    key: string,
    kind: DemoUnit['kind'],
    zh: string,
    en: string,
    workers: number,
    programmes: readonly string[] = [],
    capacity: number | null = null,
  ): DemoUnit => ({
    key,
    kind,
    zh: zh.startsWith(names.place) || zh.startsWith('社團法人') ? zh : `${names.county}${zh}`,
    en,
    workers,
    programmes,
    capacity,
    districts: [],
  });
  const centres = [...served(districts, 'centres')].map(
    ([name, ids]): DemoUnit => ({
      key: `fsc-${roman(name).toLowerCase()}`,
      kind: 'familyServiceCentre',
      zh: `${name}社會福利服務中心`,
      en: `${roman(name)} Family Service Centre`,
      capacity: names.centreWorkers * 30,
      districts: ids,
      programmes: ['vulnerable-family'],
      workers: names.centreWorkers,
    }),
  );
  const precincts = [...served(districts, 'precincts')].map(
    ([name, ids]): DemoUnit => ({
      key: `pol-${roman(name).toLowerCase().replaceAll(' ', '-')}`,
      kind: 'policePrecinct',
      zh: `${name}分局`,
      en: `${roman(name)} Police Precinct`,
      capacity: null,
      districts: ids,
      programmes: [],
      workers: 0,
    }),
  );
  return [
    plain('desk', 'desk', '集中篩派案中心', 'Central Screening Desk', 0),
    plain('arbiter', 'arbiter', '派案爭議仲裁小組', 'Dispatch Arbitration', 0),
    plain('office', 'countyOffice', ...names.social, 0),
    plain(
      'dvsa',
      'dvsaCentre',
      '家庭暴力暨性侵害防治中心',
      'Domestic Violence and Sexual Assault Centre',
      names.protectionWorkers,
      ['child-protection', 'intimate-partner-violence'],
      names.protectionWorkers * 25,
    ),
    ...centres,
    ...precincts,
    plain('school', 'school', `${names.place}立示範國民中學`, 'Demonstration Junior High School', 0),
    plain('health', 'healthBureau', '衛生局', 'Health Bureau', 0),
    plain('labour', 'labour', ...names.labour, 0),
    plain('ngo', 'ngo', `社團法人${names.place}安心家庭支持協會（示範）`, 'Anxin Family Support Association (demonstration)', 0),
  ];
};
