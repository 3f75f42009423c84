// Who lives in the generated county? Families of origin with parents, children, twins and a grandparent, and what is true of each member.
// A person's present address may differ from the family's; the household id always means the family of origin.

import { type Chance, cumulate } from './chance.ts';
import { identifierOf } from './identifier.ts';
import { LIVES } from './rates.ts';
import { GIVEN } from './tables/given.ts';
import { PLACE_STEPS, PLACES, ROADS } from './tables/places.ts';
import { SURNAME_STEPS, SURNAMES } from './tables/surnames.ts';

export type Address = {
  city: string;
  district: string;
  road: string;
  section: number;
  lane: number;
  alley: number;
  number: number;
  sub: number;
  floor: number;
};

export type PersonName = { surname: string; given: string; foreign: boolean };

export type Person = {
  id: number;
  household: number;
  sex: 'M' | 'F';
  year: number;
  month: number;
  day: number;
  name: PersonName;
  /** The name after a change, when there was one. */
  laterName: PersonName | undefined;
  /** The husband's surname, for a married woman. */
  husband: string | undefined;
  identifier: string;
  mobiles: string[];
  landline: string;
  addresses: Address[];
};

const INDIGENOUS = 'Kolas,Sayun,Yapasuyongu,Ciwas,Panai,Akac,Lalan,Mayaw,Dongi,Umav,Laisa,Temu,Walis,Pisuy,Basuya,Ljavaus'.split(',');
const INDIGENOUS_HAN =
  '谷辣斯·尤達卡,撒韻·武荖,巴奈·母路,卡洛·馬耀,拉娃·布興,瓦歷斯·諾幹,伊萬·納威,達西烏拉彎·畢馬,高·阿拉,舞賽·古拉斯'.split(',');
const FOREIGN =
  'NGUYEN THI LAN,TRAN VAN MINH,LE THI HOA,PHAM THI THU,SITI NURHAYATI,SRI WAHYUNI,DEWI LESTARI,MARIA SANTOS,JOSE REYES,JOHN SMITH,DAVID BROWN,SOMCHAI JAIDEE'.split(
    ',',
  );
const CHILDREN_STEPS = cumulate([0.22, 0.3, 0.34, 0.11, 0.03]);

const drawSurname = (dice: Chance): string => SURNAMES[dice.step(SURNAME_STEPS)]!.text;

const drawGiven = (sex: 'M' | 'F', year: number, dice: Chance): string => {
  const generation = year < 1956 ? 0 : year < 1981 ? 1 : 2;
  const { characters, steps } = GIVEN[sex][generation];
  const first = characters[dice.step(steps)]!.text;
  return dice.hit(LIVES.singleCharacterName) ? first : first + characters[dice.step(steps)]!.text;
};

const drawAddress = (dice: Chance): Address => {
  const city = PLACES[dice.step(PLACE_STEPS)]!;
  return {
    city: city.name,
    district: dice.pick(city.districts),
    road: dice.pick(ROADS),
    section: dice.hit(0.3) ? 1 + dice.below(5) : 0,
    lane: dice.hit(0.4) ? 1 + dice.below(400) : 0,
    alley: dice.hit(0.15) ? 1 + dice.below(60) : 0,
    number: 1 + dice.below(dice.hit(0.5) ? 120 : 600),
    sub: dice.hit(0.08) ? 1 + dice.below(5) : 0,
    floor: dice.hit(0.55) ? 1 + dice.below(15) : 0,
  };
};

const drawLandline = (city: string, dice: Chance): string => {
  const area = PLACES.find((place) => place.name === city)?.area ?? '02';
  const digits = area === '02' || area === '04' ? 8 : 7;
  return area + String(2 + dice.below(7)) + String(dice.below(10 ** (digits - 1))).padStart(digits - 1, '0');
};

const drawMobile = (dice: Chance): string => `09${String(dice.below(100_000_000)).padStart(8, '0')}`;

/** Draws one family; `first` is the id of its first member. */
export const drawHousehold = (household: number, first: number, offset: number, dice: Chance): Person[] => {
  const home = drawAddress(dice);
  const landline = drawLandline(home.city, dice);
  const people: Person[] = [];
  const add = (sex: 'M' | 'F', year: number, surname: string, given: string, twin?: Person): Person => {
    const id = first + people.length;
    const foreign = dice.hit(LIVES.foreigner);
    const indigenous = !foreign && dice.hit(LIVES.indigenousName);
    const name = foreign
      ? { surname: '', given: dice.pick(FOREIGN), foreign: true }
      : indigenous
        ? {
            surname: '',
            given: dice.hit(0.5) ? dice.pick(INDIGENOUS_HAN) : `${dice.pick(INDIGENOUS)} ${dice.pick(INDIGENOUS)}`,
            foreign: true,
          }
        : { surname, given, foreign: false };
    const change = !name.foreign && dice.hit(LIVES.nameChange);
    const adult = year < 2003;
    const moved = adult && dice.hit(LIVES.moved);
    const person: Person = {
      id,
      household,
      sex,
      year,
      month: twin ? twin.month : 1 + dice.below(12),
      day: twin ? twin.day : 1 + dice.below(28),
      name,
      laterName: change
        ? { surname: dice.hit(0.15) ? drawSurname(dice) : surname, given: drawGiven(sex, year, dice), foreign: false }
        : undefined,
      husband: undefined,
      identifier: identifierOf(id, sex, foreign, offset),
      mobiles: year > 2012 ? [] : dice.hit(LIVES.secondMobile) ? [drawMobile(dice), drawMobile(dice)] : [drawMobile(dice)],
      landline,
      addresses: moved ? [drawAddress(dice), home] : [home],
    };
    people.push(person);
    return person;
  };
  const fatherYear = 1932 + dice.below(62);
  const surname = drawSurname(dice);
  if (dice.hit(0.8)) add('M', fatherYear, surname, drawGiven('M', fatherYear, dice));
  if (dice.hit(0.85)) {
    const year = fatherYear - 3 + dice.below(9);
    const mother = add('F', year, drawSurname(dice), drawGiven('F', year, dice));
    if (year < 1965 && !mother.name.foreign && mother.name.surname !== surname) mother.husband = surname;
  }
  const mothersName = dice.hit(0.05) ? drawSurname(dice) : surname;
  const children = dice.step(CHILDREN_STEPS);
  const shared = dice.hit(0.3);
  for (let c = 0; c < children; c++) {
    const year = Math.min(2024, fatherYear + 21 + dice.below(16));
    const sex = dice.hit(0.5) ? 'M' : 'F';
    const previous = people[people.length - 1];
    let given = drawGiven(sex, year, dice);
    // Siblings often share the first character of their given names.
    if (shared && previous && c > 0 && [...given].length === 2 && !previous.name.foreign)
      given = [...previous.name.given][0]! + [...given][1]!;
    const child = add(sex, year, mothersName, given);
    if (dice.hit(LIVES.twins))
      add(dice.hit(0.7) ? sex : sex === 'M' ? 'F' : 'M', year, mothersName, [...given][0]! + drawGiven(sex, year, dice).slice(-1), child);
  }
  if (people.length > 0 && dice.hit(0.12)) {
    const year = fatherYear - 22 - dice.below(12);
    if (year > 1915) add(dice.hit(0.35) ? 'M' : 'F', year, surname, drawGiven('F', year, dice));
  }
  return people;
};
