// What is known of a synthetic person, of a household and of kin? The truth of the demo world; what reports say of it is made in `messy`.

import type { Chance } from '../chance/index.ts';
import { givenName, indigenousName } from '../names/index.ts';
import { demoMobile } from './address.ts';
import { demoNationalId } from './national-id.ts';

export type Sex = 'male' | 'female';

export interface SynthPerson {
  readonly id: string;
  readonly name: string;
  readonly sex: Sex;
  /** ISO date. */
  readonly birthDate: string;
  readonly nationalId: string;
  readonly foreign: boolean;
  readonly mobile: string | null;
  /** District of the place lived in. */
  readonly district: string;
}

export type KinRelation = 'parent' | 'spouse' | 'divorced' | 'partner' | 'sibling' | 'grandparent' | 'caregiver';

/** `person` is <relation> of `other`. */
export interface SynthKin {
  readonly person: string;
  readonly other: string;
  readonly relation: KinRelation;
}

/** Serial numbers left to give in a chunk, per sex. */
export interface Serials {
  take(sex: Sex): number;
}

export interface PersonPlan {
  readonly sex: Sex;
  readonly age: number;
  readonly surname: string;
  readonly indigenous: boolean;
  readonly foreign?: boolean;
}

const DAY = 86_400_000;

/** Birth date of somebody who is `age` on the anchor day; the day within the year is drawn. */
const birthDateOf = (chance: Chance, age: number, anchorMs: number): string =>
  new Date(anchorMs - Math.floor((age + chance.next() * 0.999) * 365.2425) * DAY - DAY).toISOString().slice(0, 10);

/** Makes the person that a household plan asks for. */
export const makePerson = (
  chance: Chance,
  plan: PersonPlan,
  district: string,
  serials: Serials,
  anchorMs: number,
  bornMs: number,
): SynthPerson => {
  const birthDate = birthDateOf(chance, plan.age, anchorMs);
  const name = plan.indigenous ? indigenousName(chance) : plan.surname + givenName(chance, plan.sex, Number(birthDate.slice(0, 4)));
  return {
    id: chance.uuid(bornMs),
    name,
    sex: plan.sex,
    birthDate,
    nationalId: demoNationalId(plan.sex, serials.take(plan.sex), plan.foreign ?? false),
    foreign: plan.foreign ?? false,
    mobile: plan.age >= 12 && chance.bool(plan.age > 80 ? 0.5 : 0.95) ? demoMobile(chance) : null,
    district,
  };
};
