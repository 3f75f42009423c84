// The outcomes of comparing two addresses, in words, from fine to coarse (linkage.md §3.2, point 5).
import { indexOf, level, scaled } from '../../level.ts';

export const ADDRESS_LEVELS = scaled([
  level('missing', '地址缺漏', 'address missing', 0, 0),
  level('same-unit', '地址相同（至樓層）', 'same address down to the floor', 0.35, 0.000008, { frequency: 'value' }),
  level('same-number', '地址相同（至門號）', 'same address down to the house number', 0.2, 0.00002, { frequency: 'value' }),
  level('same-building', '同一門號、樓層不同', 'same house number, other floor', 0.01, 0.00001),
  level('number-slip', '同路段、門號一處不同', 'same street, house number differs in one place', 0.02, 0.0001),
  level('same-lane', '同巷弄', 'same lane', 0.01, 0.0002),
  level('same-road', '同路段', 'same section of the road', 0.03, 0.0012, { frequency: 'part' }),
  level('same-district', '同鄉鎮市區', 'same district', 0.06, 0.012, { frequency: 'part' }),
  level('same-city', '同縣市', 'same city or county', 0.1, 0.12),
  level('different', '地址不同', 'other address', 0.22, 0.866462),
]);
export type AddressLevel =
  | 'same-unit'
  | 'same-number'
  | 'same-building'
  | 'number-slip'
  | 'same-lane'
  | 'same-road'
  | 'same-district'
  | 'same-city'
  | 'different';
export const addressLevel: (id: AddressLevel) => number = indexOf(ADDRESS_LEVELS);
