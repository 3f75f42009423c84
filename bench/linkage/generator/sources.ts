// Which systems do the records come from, and in what shape does each hold its fields?
// Twenty-nine sources drawn from the seed: each has one layout for names, dates and identifiers and its own shares of missing values.

import { type Chance, cumulate } from './chance.ts';
import type { DateStyle } from './errors/date.ts';
import type { NameStyle } from './errors/name.ts';

export type IdentifierStyle = 'plain' | 'masked' | 'lower' | 'wide' | 'none';

export type Source = {
  id: string;
  weight: number;
  name: NameStyle;
  date: DateStyle | 'none';
  identifier: IdentifierStyle;
  sex: readonly [string, string];
  missing: { name: number; sex: number; date: number; identifier: number; phone: number; address: number };
};

const NAMES: readonly NameStyle[] = [
  'plain',
  'plain',
  'plain',
  'plain',
  'plain',
  'plain',
  'plain',
  'variant',
  'variant',
  'spaced',
  'simplified',
  'masked-circle',
  'masked-star',
];
const DATES: readonly (DateStyle | 'none')[] = [
  'iso',
  'iso',
  'iso',
  'compact',
  'compact',
  'roc-compact',
  'roc-compact',
  'roc-slash',
  'roc-slash',
  'roc-words',
  'iso-wide',
  'year',
  'none',
];
const IDENTIFIERS: readonly IdentifierStyle[] = [
  'plain',
  'plain',
  'plain',
  'plain',
  'plain',
  'plain',
  'masked',
  'masked',
  'lower',
  'wide',
  'none',
];
const SEXES = [
  ['男', '女'],
  ['M', 'F'],
  ['1', '2'],
] as const;

/** The sources of one world; the eighth romanises, as a clinic's or an immigration system would. */
export const drawSources = (dice: Chance): Source[] =>
  Array.from({ length: 29 }, (_, i) => ({
    id: `S${String(i + 1).padStart(2, '0')}`,
    weight: 0.2 + dice.unit() ** 2 * 2,
    name: i === 7 ? (dice.hit(0.7) ? 'pinyin' : 'wade-giles') : dice.pick(NAMES),
    date: dice.pick(DATES),
    identifier: dice.pick(IDENTIFIERS),
    sex: dice.pick(SEXES),
    missing: {
      name: 0.01 + dice.unit() * 0.025,
      sex: dice.hit(0.15) ? 1 : dice.unit() * 0.1,
      date: 0.03 + dice.unit() * 0.04,
      identifier: dice.hit(0.12) ? 1 : 0.03 + dice.unit() * 0.6,
      phone: dice.hit(0.1) ? 1 : 0.1 + dice.unit() * 0.65,
      address: dice.hit(0.18) ? 1 : 0.03 + dice.unit() * 0.65,
    },
  }));

export const sourceSteps = (sources: readonly Source[]): number[] => cumulate(sources.map((s) => s.weight));
