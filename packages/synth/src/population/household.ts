// Who lives with whom, and who is kin to whom? One household made from its form: people, addresses (registered and lived), dated kin edges.

import type { Chance } from '../chance/index.ts';
import type { DemoCounty, DemoDistrict } from '../counties/index.ts';
import { surname } from '../names/index.ts';
import { demoAddress, demoLandline } from './address.ts';
import { drawHousehold, type Form, type Place } from './household-forms.ts';
import { makePerson, type Serials, type SynthKin, type SynthPerson } from './person.ts';

export interface SynthHousehold {
  readonly id: string;
  /** The registered household when it differs from the lived one. */
  readonly registeredId: string | null;
  readonly form: Form;
  readonly district: DemoDistrict;
  readonly address: string;
  readonly registeredAddress: string;
  readonly landline: string | null;
  readonly members: readonly { readonly person: SynthPerson; readonly place: Place }[];
  readonly kin: readonly SynthKin[];
}

const PARENTS: readonly Place[] = ['head', 'spouse'];

// Edges by place: couples, parents of children, parents of the head, siblings.
const kinOf = (members: SynthHousehold['members'], form: Form): SynthKin[] => {
  const at = (...places: Place[]) => members.filter((m) => places.includes(m.place)).map((m) => m.person.id);
  const edges: SynthKin[] = [];
  const [head] = at('head');
  if (head === undefined) return edges;
  for (const spouse of at('spouse')) edges.push({ person: head, other: spouse, relation: 'spouse' });
  for (const parent of at(...PARENTS)) for (const one of at('child')) edges.push({ person: parent, other: one, relation: 'parent' });
  for (const elder of at('parent', 'parentSpouse')) edges.push({ person: elder, other: head, relation: 'parent' });
  for (const one of at('grandchild'))
    edges.push({ person: head, other: one, relation: 'grandparent' }, { person: head, other: one, relation: 'caregiver' });
  const brothers = form === 'siblings' ? at('head', 'sibling') : at('child');
  brothers.forEach((one, i) => {
    for (const other of brothers.slice(i + 1)) edges.push({ person: one, other, relation: 'sibling' });
  });
  return edges;
};

export interface HouseholdSetting {
  readonly county: DemoCounty;
  readonly serials: Serials;
  readonly anchorMs: number;
  /** Moment used for the time part of ids: when the demo register was loaded. */
  readonly loadedMs: number;
}

/** Makes one household; with `room` left for fewer people than drawn, a person alone. */
export const makeHousehold = (chance: Chance, setting: HouseholdSetting, room: number): SynthHousehold => {
  const { county, serials, anchorMs, loadedMs } = setting;
  const district = chance.weighted(county.districts.map((d) => [d, d.weight] as const));
  const drawn = drawHousehold(chance);
  const { form, members: plans } = drawn.members.length <= room ? drawn : drawHousehold(chance, true);
  const family = surname(chance);
  const indigenous = chance.bool(district.indigenous ?? 0);
  const members = plans.map((plan) => ({
    place: plan.place,
    person: makePerson(
      chance,
      {
        sex: plan.sex,
        age: plan.age,
        indigenous,
        surname: plan.line === 'family' ? family : surname(chance),
        foreign: plan.place === 'spouse' && chance.bool(0.02),
      },
      district.id,
      serials,
      anchorMs,
      loadedMs,
    ),
  }));
  const address = demoAddress(chance, county.zh, district.zh, district.rural ?? false);
  const movedAway = chance.bool(0.12);
  const elsewhere = chance.weighted(county.districts.map((d) => [d, d.weight] as const));
  return {
    id: chance.uuid(loadedMs),
    registeredId: movedAway ? chance.uuid(loadedMs) : null,
    form,
    district,
    address,
    registeredAddress: movedAway ? demoAddress(chance, county.zh, elsewhere.zh, elsewhere.rural ?? false) : address,
    landline: chance.bool(0.45) ? demoLandline(chance, county.areaCode) : null,
    members,
    kin: kinOf(members, form),
  };
};
