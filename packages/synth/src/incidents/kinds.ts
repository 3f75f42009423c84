// What happens to families, who tells of it, and how often? Mix of kinds: the desk of one county, 2025-01 to 11 (domain 06 §6.7: 48.3 % family violence,
// 28.8 % children, 14.7 % vulnerable families, 4.8 % sexual, 2.4 % elders, 0.9 % disability); four fifths of the family violence taken as between partners.
// Need types of vulnerable families: 43/5/6/28/12/6 % (§2.1). Reporters by kind are our own assumptions in the order of public statistics.

import type { Knowledge } from '../messy/index.ts';

export type IncidentKind = 'partner' | 'otherViolence' | 'child' | 'family' | 'sexual' | 'elder' | 'disability';

export const KIND_MIX: readonly (readonly [IncidentKind, number])[] = [
  ['partner', 38.6],
  ['otherViolence', 9.7],
  ['child', 28.8],
  ['family', 14.7],
  ['sexual', 4.8],
  ['elder', 2.4],
  ['disability', 0.9],
];

export const NEED_MIX: readonly (readonly [string, number])[] = [
  ['VF1', 43],
  ['VF2', 5],
  ['VF3', 6],
  ['VF4', 28],
  ['VF5', 12],
  ['VF6', 6],
];

export interface Reporter {
  readonly kind: string;
  readonly channel: string;
  readonly mandatory: boolean;
  readonly knowledge: Knowledge;
  /** When this kind of reporter reports: at any hour, in the day, or in the hours of an office or school on working days. */
  readonly hours: 'any' | 'day' | 'office';
}

const reporter = (kind: string, channel: string, mandatory: boolean, knowledge: Knowledge, hours: Reporter['hours']): Reporter => ({
  kind,
  channel,
  mandatory,
  knowledge,
  hours,
});
const POLICE = reporter('police', 'police110', true, 'card', 'any');
const MEDICAL = reporter('medical', 'ecare', true, 'card', 'any');
const SCHOOL = reporter('education', 'ecare', true, 'file', 'office');
const SOCIAL = reporter('socialWorker', 'ecare', true, 'file', 'office');
const HOTLINE = reporter('citizen', 'hotline113', false, 'hearsay', 'any');
const WELFARE_LINE = reporter('citizen', 'hotline1957', false, 'hearsay', 'day');
const CHIEF = reporter('villageChief', 'phoneUnit', true, 'hearsay', 'day');
const CLERK = reporter('villageClerk', 'officialLetter', true, 'file', 'office');
const NURSERY = reporter('nursery', 'ecare', true, 'file', 'office');
const COURT = reporter('judicial', 'officialLetter', true, 'card', 'office');
const SELF = reporter('self', 'walkIn', false, 'file', 'office');

export const REPORTERS: Record<IncidentKind, readonly (readonly [Reporter, number])[]> = {
  partner: [
    [POLICE, 50],
    [MEDICAL, 23],
    [HOTLINE, 9],
    [SOCIAL, 7],
    [COURT, 4],
    [SELF, 5],
    [SCHOOL, 2],
  ],
  otherViolence: [
    [POLICE, 55],
    [MEDICAL, 20],
    [HOTLINE, 12],
    [SOCIAL, 8],
    [SELF, 5],
  ],
  child: [
    [SCHOOL, 33],
    [POLICE, 20],
    [HOTLINE, 17],
    [MEDICAL, 8],
    [SOCIAL, 14],
    [NURSERY, 5],
    [COURT, 3],
  ],
  family: [
    [SOCIAL, 30],
    [SCHOOL, 21],
    [MEDICAL, 14],
    [CLERK, 9],
    [CHIEF, 7],
    [POLICE, 8],
    [WELFARE_LINE, 8],
    [SELF, 3],
  ],
  sexual: [
    [SCHOOL, 40],
    [POLICE, 25],
    [MEDICAL, 20],
    [SOCIAL, 10],
    [HOTLINE, 5],
  ],
  elder: [
    [POLICE, 35],
    [MEDICAL, 25],
    [CHIEF, 12],
    [SOCIAL, 15],
    [HOTLINE, 13],
  ],
  disability: [
    [SOCIAL, 35],
    [MEDICAL, 25],
    [POLICE, 20],
    [HOTLINE, 20],
  ],
};
