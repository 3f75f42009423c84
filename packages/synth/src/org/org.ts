// Who works in a demo county? Units with ids, accounts with roles, routes by programme and district: enough people for every step of the path.
// User names are plain (`kh.screener1`); names of staff are drawn like those of everybody else.

import { type Chance, chanceOf } from '../chance/index.ts';
import type { DemoCounty, DemoUnit } from '../counties/index.ts';
import { givenName, surname } from '../names/index.ts';

export interface SynthUnit extends DemoUnit {
  readonly id: string;
}

export interface SynthGrant {
  readonly role: string;
  readonly reach: 'county' | 'unit' | 'assigned' | 'shared';
}

export interface SynthAccount {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly title: string;
  readonly unit: SynthUnit;
  readonly grants: readonly SynthGrant[];
}

export interface SynthRoute {
  readonly programme: string;
  readonly district: string | null;
  readonly unit: SynthUnit;
}

export interface SynthOrg {
  readonly county: DemoCounty;
  readonly units: readonly SynthUnit[];
  readonly accounts: readonly SynthAccount[];
  readonly routes: readonly SynthRoute[];
}

type Post = readonly [name: string, role: string, title: string, reach: SynthGrant['reach'], more?: string];

const DESK: readonly Post[] = [
  ['hotline1', 'hotlineOperator', '專線受理人員', 'county'],
  ['screener1', 'deskOfficer', '篩派案專員', 'county'],
  ['screener2', 'deskOfficer', '篩派案專員', 'county'],
  ['screener3', 'deskOfficer', '篩派案專員', 'county'],
  ['reviewer1', 'deskReviewer', '派案複核督導', 'county'],
  ['reviewer2', 'deskReviewer', '派案複核督導', 'county'],
];
const OFFICE: readonly Post[] = [
  ['analyst', 'kpiAnalyst', '研考人員', 'county'],
  ['auditor', 'auditor', '個資稽核', 'county'],
  ['admin', 'countyAdmin', '縣市系統管理', 'county'],
  ['steward', 'dataSteward', '資料管理', 'county'],
  ['director', 'director', '局處首長', 'county'],
];
const PARTNERS: readonly (readonly [key: string, unit: string])[] = [
  ['police', 'policePrecinct'],
  ['school', 'school'],
  ['health', 'healthBureau'],
  ['labour', 'labour'],
  ['ngo', 'ngo'],
];

/** Units, accounts and routes of a county; the same for the same seed. */
export const demoOrg = (seed: string, county: DemoCounty, anchorMs: number): SynthOrg => {
  const chance = chanceOf(`${seed}/${county.id}/org`);
  const madeMs = anchorMs - 760 * 86_400_000;
  const units = county.units.map((unit): SynthUnit => ({ ...unit, id: chance.uuid(madeMs) }));
  const unitOf = (key: string): SynthUnit => {
    const found = units.find((u) => u.key === key || u.kind === key);
    if (found === undefined) throw new Error(`the county has no unit ${key}`);
    return found;
  };
  const account = (name: string, title: string, unit: SynthUnit, grants: readonly SynthGrant[]): SynthAccount => ({
    id: chance.uuid(madeMs),
    username: `${county.prefix}.${name}`,
    name: personName(chance),
    title,
    unit,
    grants,
  });
  const posts = (list: readonly Post[], unit: SynthUnit) =>
    list.map(([name, role, title, reach]) => account(name, title, unit, [{ role, reach }]));
  const serving = units.filter((u) => u.workers > 0);
  const staff = serving.flatMap((unit) => {
    const short = unit.key.replace('fsc-', '');
    const supervisor = account(`supervisor.${short}`, '社工督導', unit, [{ role: 'supervisor', reach: 'unit' }]);
    const workers = Array.from({ length: unit.workers }, (_, i) =>
      account(`worker.${short}.${i + 1}`, '主責社工', unit, [
        { role: 'leadWorker', reach: 'unit' },
        // Helps in cases of other units when they ask for it.
        { role: 'collaborator', reach: 'assigned' },
      ]),
    );
    return [supervisor, ...workers];
  });
  return {
    county,
    units,
    accounts: [
      ...posts(DESK, unitOf('desk')),
      ...posts([['arbiter', 'arbiter', '派案仲裁', 'county']], unitOf('arbiter')),
      ...posts(OFFICE, unitOf('office')),
      ...PARTNERS.map(([key, unit]) =>
        // Reads what is shared, answers referrals to the own unit, helps where it was asked to.
        account(`partner.${key}`, '網絡單位窗口', unitOf(unit), [
          { role: 'partner', reach: 'shared' },
          { role: 'partner', reach: 'unit' },
          { role: 'collaborator', reach: 'assigned' },
        ]),
      ),
      ...staff,
    ],
    routes: units.flatMap((unit) =>
      unit.programmes.flatMap((programme) =>
        (unit.districts.length === 0 ? [null] : unit.districts).map((district): SynthRoute => ({ programme, district, unit })),
      ),
    ),
  };
};

const personName = (chance: Chance): string =>
  surname(chance) + givenName(chance, chance.bool(0.75) ? 'female' : 'male', chance.between(1968, 1998));
