// Which coded grounds and dangers does a report of a kind name? Codes of the desk's value set; a test holds them against the pack.

import type { Chance } from '../chance/index.ts';
import type { IncidentKind } from './kinds.ts';

type Draw = readonly (readonly [readonly string[], number])[];

const GROUNDS: Record<IncidentKind, Draw> = {
  partner: [
    [['ipv-physical'], 44],
    [['ipv-physical', 'ipv-injury-now'], 9],
    [['ipv-mental'], 25],
    [['ipv-physical', 'ipv-threat-kill'], 6],
    [['ipv-physical', 'ipv-strangled'], 5],
    [['ipv-economic', 'ipv-mental'], 6],
    [['ipv-stalking'], 4],
    [['ipv-physical', 'ipv-weapon'], 4],
  ],
  otherViolence: [[[], 100]],
  child: [
    [['child-discipline'], 26],
    [['child-injury'], 12],
    [['child-neglect'], 27],
    [['child-left-alone'], 6],
    [['child-mental'], 10],
    [['child-witness'], 14],
    [['child-urgent-care'], 3],
    [['child-substance'], 3],
  ],
  family: [
    [['family-adversity'], 68],
    [['care-burden'], 18],
    [['isolation'], 8],
    [['young-parent'], 3],
    [['no-vaccine'], 3],
  ],
  sexual: [[['child-sexual'], 100]],
  elder: [[['care-burden'], 100]],
  disability: [[['care-burden'], 100]],
};

/** Grounds of one report. */
export const groundsOf = (chance: Chance, kind: IncidentKind): readonly string[] => chance.weighted(GROUNDS[kind]);
