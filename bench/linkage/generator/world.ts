// What rows does a world of a given seed and size hold?
// Families are drawn one after another and forgotten again, so that ten million rows need no more memory than ten.

import { type Chance, chance } from './chance.ts';
import { writeAddress, writePhone } from './errors/contact.ts';
import { damageDate, writeDate } from './errors/date.ts';
import { damageName, writeName } from './errors/name.ts';
import { fullWidth } from './errors/width.ts';
import { drawHousehold, type Person } from './household.ts';
import { SAMPLES, slipIdentifier } from './identifier.ts';
import { RATES, type Rates } from './rates.ts';
import { drawSources, type Source, sourceSteps } from './sources.ts';

export type Row = {
  source: string;
  name: string;
  sex: string;
  birth_date: string;
  national_id: string;
  phone: string;
  address: string;
  person_id: number;
  household_id: number;
};

export type World = { rows: number; seed: number; rates?: Rates };

const writeIdentifier = (person: Person, family: readonly Person[], source: Source, rates: Rates, dice: Chance): string => {
  if (source.identifier === 'none') return '';
  if (dice.hit(rates.identifierSample)) return dice.pick(SAMPLES);
  let text = person.identifier;
  // A child is entered under a parent's number when its own is not at hand.
  const elder = family.find((other) => other.year < person.year - 15);
  if (elder !== undefined && dice.hit(rates.identifierBorrowed * (person.year > 2005 ? 4 : 1))) text = elder.identifier;
  if (dice.hit(rates.identifierSlip)) text = slipIdentifier(text, dice);
  if (source.identifier === 'masked') return `${text.slice(0, 4)}****${text.slice(8)}`;
  if (source.identifier === 'lower') return dice.hit(0.3) ? text.toLowerCase() : text;
  return source.identifier === 'wide' && dice.hit(0.4) ? fullWidth(text) : text;
};

const writeRow = (person: Person, family: readonly Person[], source: Source, rates: Rates, dice: Chance): Row => {
  const lost = (share: number): boolean => dice.hit(share === 1 ? 1 : Math.min(0.95, share * rates.missing));
  const truth = person.laterName !== undefined && dice.hit(0.5) ? person.laterName : person.name;
  const sex = dice.hit(rates.sexWrong) ? (person.sex === 'M' ? 1 : 0) : person.sex === 'M' ? 0 : 1;
  const style = source.date !== 'none' && dice.hit(rates.yearOnly) ? 'year' : source.date;
  const relative = family.length > 1 ? family[dice.below(family.length)]!.mobiles[0] : undefined;
  return {
    source: source.id,
    name: lost(source.missing.name) ? '' : writeName(damageName(truth, person.husband, person.year, rates, dice), source.name, rates, dice),
    sex: lost(source.missing.sex) ? '' : source.sex[sex]!,
    birth_date: style === 'none' || lost(source.missing.date) ? '' : writeDate(damageDate(person, rates, dice), style, dice),
    national_id: lost(source.missing.identifier) ? '' : writeIdentifier(person, family, source, rates, dice),
    phone: lost(source.missing.phone) ? '' : writePhone(person.mobiles, person.landline, relative, rates, dice),
    address: lost(source.missing.address) ? '' : writeAddress(person.addresses, rates, dice),
    person_id: person.id,
    household_id: person.household,
  };
};

/** Yields exactly `rows` rows, family by family; an empty string means missing. */
export function* drawRows({ rows, seed, rates = RATES }: World): Generator<Row> {
  const dice = chance(seed);
  const sources = drawSources(dice);
  const steps = sourceSteps(sources);
  const offset = dice.below(260_000_000);
  let made = 0;
  let people = 0;
  for (let household = 0; made < rows; household++) {
    const family = drawHousehold(household, people, offset, dice);
    people += family.length;
    for (const person of family) {
      // One record at least, and a long tail: some people are known to many systems.
      const activity = (0.14 - 0.86 * Math.log(1 - dice.unit())) * 1.6;
      let records = 1;
      for (let threshold = Math.exp(-activity), product = dice.unit(); product > threshold && records < 40; records++)
        product *= dice.unit();
      for (let r = 0; r < records && made < rows; r++, made++) yield writeRow(person, family, sources[dice.step(steps)]!, rates, dice);
    }
  }
}
