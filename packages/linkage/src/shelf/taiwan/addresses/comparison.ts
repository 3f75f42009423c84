// The address in Taiwan as one comparison, with blocking keys from door to district.
import type { Comparison } from '../../../roles/types.ts';
import { frequencyOf } from '../../frequency.ts';
import { ADDRESS_WIDTH, compareAddressRows, writeAddress } from './compare.ts';
import { ADDRESS_LEVELS } from './levels.ts';
import { type ParsedAddress, parseAddress } from './parse.ts';
import { quickAddress } from './quick.ts';
import { roadStem } from './road.ts';

export interface PreparedAddress {
  readonly row: Int32Array;
  readonly normal: string;
  readonly door: string | null;
  readonly road: string | null;
  readonly district: string | null;
}

export const prepareAddress = (raw: string | null): PreparedAddress | null => {
  const address = parseAddress(raw);
  if (!address) return null;
  const row = new Int32Array(ADDRESS_WIDTH);
  writeAddress(address, row, 0);
  return { row, normal: address.normal, ...keysOf(address) };
};

/** Door: road without town, since towns are left out; together with another key it is rare enough. */
const keysOf = (address: ParsedAddress): Pick<PreparedAddress, 'door' | 'road' | 'district'> => {
  const stem = address.road === undefined ? null : roadStem(address.road).stem;
  const road = stem === null ? null : `${stem}${address.section ?? ''}`;
  const door =
    road === null || address.number === undefined
      ? null
      : [road, address.lane ?? '', address.alley ?? '', address.number, address.sub ?? ''].join('|');
  return { door, road, district: address.district === null ? null : `${address.city ?? ''}${address.district}` };
};

export const TAIWAN_ADDRESS: Comparison<PreparedAddress> = {
  id: 'zh-TW/address',
  locale: 'zh-TW',
  inputs: ['address'],
  label: { zh: '地址', en: 'Address' },
  levels: ADDRESS_LEVELS,
  facets: [
    { id: 'door', label: { zh: '路名與門號', en: 'road and house number' } },
    { id: 'road', label: { zh: '路段', en: 'section of the road' } },
    { id: 'district', label: { zh: '鄉鎮市區', en: 'district' } },
  ],
  prepare: ([raw]) => prepareAddress(raw ?? null),
  compare: (a, b) => compareAddressRows(a.row, 0, b.row, 0),
  facetsOf: (address) => [address.door, address.road, address.district],
  format: (address) => address.normal,
  quick: quickAddress,
  frequency: frequencyOf<PreparedAddress>(ADDRESS_LEVELS, {
    kinds: { door: (address) => address.door, road: (address) => address.road, district: (address) => address.district },
    facets: { door: 'door', road: 'road', district: 'district' },
    levels: { 'same-unit': 'door', 'same-number': 'door', 'same-road': 'road', 'same-district': 'district' },
  }),
  packing: {
    width: ADDRESS_WIDTH,
    write(value, out, at) {
      out.set(value.row, at);
      return true;
    },
    compare: compareAddressRows,
  },
};
