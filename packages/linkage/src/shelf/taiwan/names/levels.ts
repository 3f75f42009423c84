// The outcomes of comparing two names of persons, in words, strongest first. m and u are starting values; a file's own counts replace them.
import { indexOf, level, scaled } from '../../level.ts';

export const NAME_LEVELS = scaled([
  level('missing', '姓名缺漏', 'name missing', 0, 0),
  level('same', '姓名相同', 'same name', 0.7, 0.00003, { frequency: 'value' }),
  level('variant', '姓名僅異體字不同', 'same name but for variant characters', 0.05, 0.000001, { frequency: 'part' }),
  level('homophone-tone', '姓名同音', 'name sounds the same', 0.03, 0.000004, { frequency: 'part' }),
  level('homophone', '姓名同音不同調', 'name sounds the same but for tones', 0.008, 0.000005, { frequency: 'part' }),
  level('near-homophone', '姓名一字音近', 'one character sounds nearly the same', 0.006, 0.000002, { frequency: 'part' }),
  level('look-alike', '姓名一字形近', 'one character looks alike', 0.012, 0.00001, { frequency: 'part' }),
  level('swapped', '姓名字序對調', 'characters of the name swapped', 0.006, 0.000004, { unordered: true, frequency: 'part' }),
  level('dropped', '姓名少一字', 'one character of the name missing', 0.006, 0.00004, { unordered: true, frequency: 'part' }),
  level('prefix', '冠夫姓', 'with the husband’s surname before it', 0.004, 0.000008, { unordered: true, frequency: 'part' }),
  level('masked', '姓名遮罩部分相符', 'what is visible of a masked name agrees', 0.1, 0.0003, { unordered: true, frequency: 'part' }),
  level('romanised', '姓名羅馬拼音相符', 'romanised name agrees', 0.04, 0.000005, { unordered: true, frequency: 'part' }),
  level('one-differs', '同姓且名一字不同', 'same surname, one character of the given name differs', 0.015, 0.002, {
    siblings: true,
    unordered: true,
    frequency: 'part',
  }),
  level('given', '名相同、姓不同', 'same given name, other surname', 0.008, 0.0001, { unordered: true, frequency: 'part' }),
  level('surname', '僅姓相同', 'only the surname agrees', 0.005, 0.045, { frequency: 'part', kin: true }),
  level('different', '姓名不同', 'different name', 0.01, 0.9377),
]);

export type NameLevel =
  | 'same'
  | 'variant'
  | 'homophone-tone'
  | 'homophone'
  | 'near-homophone'
  | 'look-alike'
  | 'swapped'
  | 'dropped'
  | 'prefix'
  | 'masked'
  | 'romanised'
  | 'one-differs'
  | 'given'
  | 'surname'
  | 'different';

export const nameLevel: (id: NameLevel) => number = indexOf(NAME_LEVELS);
