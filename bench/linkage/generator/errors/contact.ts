// How are telephone numbers and addresses written, and how do they go wrong?
// Layouts seen in Taiwanese forms: mobile with and without hyphens, +886, area code in brackets; 臺/台, 一段/1段, 之1/-1, 5樓/五樓/5F, parts left out.

import type { Chance } from '../chance.ts';
import type { Address } from '../household.ts';
import type { Rates } from '../rates.ts';
import { fullWidth } from './width.ts';

const HAN = '零一二三四五六七八九十';
const han = (n: number): string => (n <= 10 ? HAN[n]! : n < 20 ? `十${HAN[n - 10]}` : String(n));
const PLACEHOLDERS = ['0912345678', '0900000000', '0000000000', '0999999999'];

const swapDigit = (digits: string, dice: Chance): string => {
  const at = 2 + dice.below(digits.length - 2);
  return digits.slice(0, at) + String((Number(digits[at]) + 1 + dice.below(9)) % 10) + digits.slice(at + 1);
};

/** A telephone number as the source holds it. */
export const writePhone = (own: readonly string[], landline: string, relative: string | undefined, rates: Rates, dice: Chance): string => {
  if (dice.hit(rates.placeholderPhone)) return dice.pick(PLACEHOLDERS);
  let digits = own.length > 0 && dice.hit(0.72) ? dice.pick(own) : landline;
  if (relative !== undefined && dice.hit(rates.familyPhone)) digits = relative;
  if (dice.hit(rates.phoneDigit)) digits = swapDigit(digits, dice);
  const style = dice.below(6);
  if (digits.startsWith('09')) {
    if (style < 3) return digits;
    if (style === 3) return `${digits.slice(0, 4)}-${digits.slice(4, 7)}-${digits.slice(7)}`;
    if (style === 4) return `+886${digits.slice(1)}`;
    return dice.hit(0.2) ? fullWidth(digits) : `${digits.slice(0, 4)}-${digits.slice(4)}`;
  }
  const area = /^(049|037|089|082|0[2-8])/.exec(digits)![0];
  if (style < 2) return digits;
  if (style < 4) return `(${area})${digits.slice(area.length)}`;
  return style === 4 ? `${area}-${digits.slice(area.length)}` : `${area}-${digits.slice(area.length)}#${1 + dice.below(30)}`;
};

const INSTITUTIONS: readonly Address[] = [
  { city: '臺北市', district: '萬華區', road: '廣州街', section: 0, lane: 0, alley: 0, number: 211, sub: 0, floor: 0 },
  { city: '高雄市', district: '鳥松區', road: '大埤路', section: 0, lane: 0, alley: 0, number: 123, sub: 0, floor: 0 },
  { city: '臺中市', district: '西區', road: '三民路', section: 1, lane: 0, alley: 0, number: 199, sub: 0, floor: 0 },
];

/** An address as the source holds it. */
export const writeAddress = (known: readonly Address[], rates: Rates, dice: Chance): string => {
  const old = known.length > 1 && dice.hit(rates.oldAddress);
  let at = { ...(old ? known[known.length - 1]! : known[0]!) };
  if (dice.hit(rates.institution)) at = { ...dice.pick(INSTITUTIONS) };
  if (dice.hit(rates.numberSlip)) at.number = Math.max(1, at.number + dice.pick([1, -1, 2, 10, -10]));
  if (at.floor > 0 && dice.hit(rates.addressPartMissing)) at.floor = 0;
  const city = dice.hit(rates.addressPartMissing) ? '' : dice.hit(0.5) ? at.city.replace('臺', '台') : at.city;
  const district = city !== '' && dice.hit(rates.addressPartMissing / 4) ? '' : at.district;
  const road = dice.hit(rates.addressPartMissing / 4) ? at.road.replace(/[路街]$/, '') : at.road;
  const section = at.section === 0 ? '' : `${dice.hit(0.5) ? han(at.section) : at.section}段`;
  const lane = at.lane === 0 ? '' : `${at.lane}巷`;
  const alley = at.alley === 0 ? '' : `${at.alley}弄`;
  const number = at.sub === 0 ? `${at.number}號` : dice.hit(0.5) ? `${at.number}號之${at.sub}` : `${at.number}-${at.sub}號`;
  const floor = at.floor === 0 ? '' : dice.pick([`${at.floor}樓`, `${han(at.floor)}樓`, `${at.floor}F`]);
  const text = city + district + road + section + lane + alley + number + floor;
  return dice.hit(0.04) ? fullWidth(text) : text;
};
