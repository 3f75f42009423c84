// Where do demo people live? On roads that do not exist, in districts that do: the road names are good wishes, so that nobody
// mistakes a demo address for a real one, while districts carry the ministry's codes and names.

import type { Chance } from '../chance/index.ts';

const ROADS = [
  '守望',
  '互助',
  '同心',
  '安網',
  '向陽',
  '春暉',
  '和樂',
  '平實',
  '青禾',
  '晴川',
  '明德',
  '仁風',
  '信望',
  '義學',
  '知足',
  '常樂',
  '長青',
  '慈航',
  '暖流',
  '望海',
  '聽濤',
  '觀星',
  '飛鳶',
  '木棉',
  '鳳凰',
  '阿勃勒',
  '欒樹',
  '茄苳',
  '水筆',
  '鹽田',
  '蓮霧',
  '香蕉',
  '芒果',
  '稻香',
  '荷風',
  '竹影',
  '梅嶺',
  '桐花',
  '雲海',
  '朝露',
];
const NUMERALS = ['一', '二', '三', '四', '五'];

/**
 * A home address inside a district, in full form.
 * @param county and district as written on an address
 */
export const demoAddress = (chance: Chance, county: string, district: string, rural: boolean): string => {
  const road = `${chance.pick(ROADS)}${chance.bool(0.65) ? '路' : '街'}`;
  const section = !rural && road.endsWith('路') && chance.bool(0.3) ? `${chance.pick(NUMERALS)}段` : '';
  const lane = chance.bool(rural ? 0.2 : 0.45) ? `${chance.between(1, 320)}巷` : '';
  const alley = lane !== '' && chance.bool(0.25) ? `${chance.between(1, 30)}弄` : '';
  const number = `${chance.between(1, rural ? 260 : 620)}${chance.bool(0.08) ? `之${chance.between(1, 9)}` : ''}號`;
  const floor = !rural && chance.bool(0.6) ? `${chance.between(2, 15)}樓${chance.bool(0.12) ? `之${chance.between(1, 6)}` : ''}` : '';
  return `${county}${district}${road}${section}${lane}${alley}${number}${floor}`;
};

/** Demo telephone numbers begin with 0900 (mobile) or have a local part that begins with 0, which no exchange has. */
export const demoMobile = (chance: Chance): string => `0900${String(chance.int(1_000_000)).padStart(6, '0')}`;
export const demoLandline = (chance: Chance, area: string): string => `${area}0${String(chance.int(1_000_000)).padStart(6, '0')}`;
