// What does the generator need to know of a county? Districts with their weight and who serves them; all local names live in the folders beside this file.

import type { UnitKind } from '@anwang/core/programs';

export interface DemoDistrict {
  /** MOI town code, eight digits. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Inhabitants in thousands, rounded: only the proportions matter. */
  readonly weight: number;
  readonly precincts: readonly string[];
  readonly centres: readonly string[];
  /** Mountain or countryside: other addresses, smaller houses, more elders. */
  readonly rural?: boolean;
  /** Share of people with an indigenous name in romanisation. */
  readonly indigenous?: number;
  /** How sure precinct and centre are, as the domain table marks it. */
  readonly mark: 'printed' | 'derived' | 'doubtful' | 'invented';
}

export interface DemoUnit {
  /** Stable key inside the county, for user names and references between demo rows. */
  readonly key: string;
  readonly kind: UnitKind;
  readonly zh: string;
  readonly en: string;
  readonly capacity: number | null;
  /** Ids of the districts it serves; empty = the whole county. */
  readonly districts: readonly string[];
  /** Programmes that routes send to it. */
  readonly programmes: readonly string[];
  /** How many workers the demo gives it. */
  readonly workers: number;
}

export interface DemoCounty {
  readonly id: string;
  readonly iso: string;
  /** Prefix of user names. */
  readonly prefix: string;
  readonly zh: string;
  readonly en: string;
  /** Id of the overlay in packs, null = none. */
  readonly overlay: string | null;
  readonly areaCode: string;
  /** People in the full demo. */
  readonly people: number;
  readonly districts: readonly DemoDistrict[];
  readonly units: readonly DemoUnit[];
}
