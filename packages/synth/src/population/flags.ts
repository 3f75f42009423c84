// What would other systems say of the people of a chunk? Welfare, disability, long-term care, mental health, drugs, suicide, school absence: with source, legal
// basis and age, as the domain's table of source systems has them. Shares are in the order of public statistics, our own choice.

import type { Chance } from '../chance/index.ts';
import type { PopulationChunk } from './chunk.ts';

export interface SynthFlag {
  readonly id: string;
  readonly person: string;
  readonly source: string;
  readonly code: string;
  readonly sensitivity: 'S2' | 'S3';
  readonly severity: 'urgent' | 'attention' | 'normal';
  readonly legalBasis: string;
  readonly asOf: string;
}

type Kind = Omit<SynthFlag, 'id' | 'person' | 'asOf'> & { readonly share: number; readonly ages: readonly [number, number] };

const KINDS: readonly Kind[] = [
  {
    source: 'src-ecarewelfare',
    code: 'lowIncome',
    sensitivity: 'S2',
    severity: 'normal',
    legalBasis: '社會救助法 9-1',
    share: 0.028,
    ages: [0, 120],
  },
  {
    source: 'src-disability',
    code: 'disability',
    sensitivity: 'S2',
    severity: 'normal',
    legalBasis: '身心障礙者權益保障法 5',
    share: 0.05,
    ages: [3, 120],
  },
  {
    source: 'src-ltc',
    code: 'carerAtLimit',
    sensitivity: 'S2',
    severity: 'attention',
    legalBasis: '長期照顧服務法 13',
    share: 0.01,
    ages: [40, 85],
  },
  {
    source: 'src-psych',
    code: 'mentalCare',
    sensitivity: 'S3',
    severity: 'attention',
    legalBasis: '精神衛生法 27、28',
    share: 0.006,
    ages: [18, 85],
  },
  {
    source: 'src-suicide',
    code: 'suicideReport',
    sensitivity: 'S3',
    severity: 'urgent',
    legalBasis: '自殺防治法 11',
    share: 0.004,
    ages: [12, 85],
  },
  {
    source: 'src-drug',
    code: 'drugCase',
    sensitivity: 'S3',
    severity: 'attention',
    legalBasis: '毒品危害防制條例 2-1',
    share: 0.003,
    ages: [16, 70],
  },
  {
    source: 'src-dropout',
    code: 'absentFromSchool',
    sensitivity: 'S2',
    severity: 'attention',
    legalBasis: '強迫入學條例 9',
    share: 0.012,
    ages: [7, 15],
  },
];
const YEAR = 365.2425 * 86_400_000;

/** The flags of a chunk, not older than a year at the anchor. */
export const drawFlags = (chance: Chance, { households }: PopulationChunk, anchorMs: number): SynthFlag[] =>
  households.flatMap((h) =>
    h.members.flatMap(({ person }) => {
      const age = (anchorMs - Date.parse(person.birthDate)) / YEAR;
      return KINDS.filter(({ ages: [low, high], share }) => age >= low && age < high && chance.bool(share)).map(
        ({ share, ages, ...kind }) => ({
          id: chance.uuid(anchorMs - YEAR),
          person: person.id,
          ...kind,
          asOf: new Date(anchorMs - chance.next() * YEAR).toISOString().slice(0, 10),
        }),
      );
    }),
  );
