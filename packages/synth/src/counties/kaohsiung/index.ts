// The first demo county: laid on the real structure of 38 districts, 17 precincts and 18 family service centres. All people in it are invented.

import type { DemoCounty } from '../county.ts';
import { unitsOf } from '../units.ts';
import { DISTRICTS } from './districts.ts';

const ROMAN: Record<string, string> = {
  旗山: 'Qishan',
  甲仙: 'Jiaxian',
  六龜: 'Liugui',
  左營: 'Zuoying',
  楠梓: 'Nanzi',
  新興: 'Xinxing',
  三民: 'Sanmin',
  三民第一: 'Sanmin First',
  三民第二: 'Sanmin Second',
  鳳山: 'Fengshan',
  五甲: 'Wujia',
  仁武: 'Renwu',
  大寮: 'Daliao',
  林園: 'Linyuan',
  岡山: 'Gangshan',
  湖內: 'Hunei',
  路竹: 'Luzhu',
  前鎮: 'Qianzhen',
  小港: 'Xiaogang',
  旗津: 'Qijin',
  鼓山: 'Gushan',
  鹽埕: 'Yancheng',
  苓雅: 'Lingya',
};

export const KAOHSIUNG: DemoCounty = {
  id: '64000',
  iso: 'TW-KHH',
  prefix: 'kh',
  zh: '高雄市',
  en: 'Kaohsiung City',
  overlay: null,
  areaCode: '07',
  people: 60_000,
  districts: DISTRICTS,
  units: unitsOf(DISTRICTS, {
    county: '高雄市政府',
    place: '高雄市',
    social: ['社會局', 'Social Affairs Bureau'],
    labour: ['勞工局訓練就業中心', 'Training and Employment Centre, Labour Affairs Bureau'],
    roman: ROMAN,
    protectionWorkers: 40,
    centreWorkers: 6,
  }),
};
