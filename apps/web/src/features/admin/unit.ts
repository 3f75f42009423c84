// A unit as the list shows it, and its kind in words.
import type { OutputOf } from '@anwang/contract';
import { m } from '../../words/index.ts';

export type Unit = OutputOf<'admin', 'units'>['rows'][number];

/** What kind of unit. */
export function kindWord(kind: Unit['kind']): string {
  const words: Record<Unit['kind'], string> = {
    desk: m.unit_desk(),
    familyServiceCentre: m.unit_family_centre(),
    dvsaCentre: m.unit_dvsa(),
    policePrecinct: m.unit_police(),
    school: m.unit_school(),
    healthBureau: m.unit_health(),
    ngo: m.unit_ngo(),
    labour: m.unit_labour(),
    countyOffice: m.unit_county(),
    arbiter: m.unit_arbiter(),
  };
  return words[kind];
}
