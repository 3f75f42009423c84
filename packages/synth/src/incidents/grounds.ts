// Which coded grounds and dangers does a report of a kind name? Codes of the desk's value set; a test holds them against the pack.

import type { Chance } from '../chance/index.ts';
import type { IncidentKind } from './kinds.ts';

type Draw = readonly (readonly [readonly string[], number])[];

const GROUNDS: Record<IncidentKind, Draw> = {
  partner: [
    [['partner-violence', 'physical-violence'], 52],
    [['partner-violence', 'mental-violence'], 26],
    [['partner-violence', 'physical-violence', 'threat-to-kill'], 7],
    [['partner-violence', 'physical-violence', 'strangling'], 5],
    [['partner-violence', 'economic-violence'], 10],
  ],
  otherViolence: [
    [['family-violence', 'physical-violence'], 70],
    [['family-violence', 'mental-violence'], 30],
  ],
  child: [
    [['child-physical-abuse'], 36],
    [['child-neglect'], 27],
    [['child-left-alone'], 8],
    [['child-mental-abuse'], 13],
    [['child-witness'], 16],
  ],
  family: [
    [['economic-hardship'], 43],
    [['sudden-change'], 5],
    [['family-conflict'], 6],
    [['parenting-deficit'], 28],
    [['care-burden'], 12],
    [['isolation'], 6],
  ],
  sexual: [[['sexual-assault'], 100]],
  elder: [
    [['elder-neglect'], 60],
    [['elder-abuse'], 40],
  ],
  disability: [
    [['disability-neglect'], 55],
    [['disability-abuse'], 45],
  ],
};

/** Grounds of one report. */
export const groundsOf = (chance: Chance, kind: IncidentKind): readonly string[] => chance.weighted(GROUNDS[kind]);
