// Which data sets are measured, with which roles, and where is their truth?
// The roles are what `linkage profile` proposes or a user would name; no set has settings of its own.

export interface BenchData {
  readonly id: string;
  /** Path below the folder of data sets, or absolute for generated ones. */
  readonly file: string;
  readonly locale: 'zh-TW' | 'en';
  readonly recordId: string;
  readonly roles: readonly string[];
  /** SQL over the raw table for who a record really is. */
  readonly truth: string;
  /** What the Splink runner calls this kind of data. */
  readonly splink: 'fake' | 'febrl' | 'taiwan' | 'chicago' | 'people';
  /** The set that the issue names a bar for, the others are unseen by the bars. */
  readonly bar?: { readonly what: 'pairs' | 'clusters'; readonly f1: number };
}

const FEBRL_ROLES = [
  'given_name=given-name',
  'surname=surname',
  'date_of_birth=birth-date',
  'soc_sec_id=identifier',
  'address_1=address',
  'suburb=place',
  'postcode=postcode',
  'state=category',
];

export const TAIWAN_ROLES = [
  'name=full-name',
  'sex=sex',
  'birth_date=birth-date',
  'national_id=identifier',
  'phone=phone',
  'address=address',
];

const febrl = (n: number, bar?: BenchData['bar']): BenchData => ({
  id: `febrl${n}`,
  file: `febrl/febrl${n}.csv`,
  locale: 'en',
  recordId: 'rec_id',
  roles: FEBRL_ROLES,
  truth: `regexp_extract(trim(rec_id), 'rec-([0-9]+)', 1)`,
  splink: 'febrl',
  ...(bar === undefined ? {} : { bar }),
});

/** A file of the generator, as data to be measured. */
export const generated = (id: string, file: string): BenchData => ({
  id,
  file,
  locale: 'zh-TW',
  recordId: 'record_id',
  roles: TAIWAN_ROLES,
  truth: 'CAST(person_id AS VARCHAR)',
  splink: 'taiwan',
});

export const DATA: readonly BenchData[] = [
  {
    id: 'fake_1000',
    file: 'splink/fake_1000.csv',
    locale: 'en',
    recordId: 'unique_id',
    roles: ['first_name=given-name', 'surname=surname', 'dob=birth-date', 'city=place', 'email=email'],
    truth: 'cluster',
    splink: 'fake',
    bar: { what: 'pairs', f1: 0.87 },
  },
  febrl(1),
  febrl(2),
  febrl(3, { what: 'pairs', f1: 0.996 }),
  { ...generated('taiwan-synthetic', 'taiwan-synthetic/tw_persons_dev.parquet'), bar: { what: 'clusters', f1: 0.93 } },
  {
    id: 'chicago',
    file: 'other/chicago_early_childhood_with_true_ids.csv',
    locale: 'en',
    recordId: 'Id',
    roles: ['Site name=free-text', 'Address=address', 'Zip=postcode', 'Phone=phone'],
    truth: '"True Id"',
    splink: 'chicago',
  },
  {
    id: 'decennial-census',
    file: 'pseudopeople/decennial_census.parquet',
    locale: 'en',
    recordId: '__index_level_0__',
    roles: ['first_name=given-name', 'last_name=surname', 'date_of_birth=birth-date', 'street_name=address', 'sex=sex'],
    truth: 'simulant_id',
    splink: 'people',
  },
];
