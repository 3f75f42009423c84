// The people of a chunk as the household register would deliver them: one source row each, the person it founds, numbers, contacts, households and kin.

import { indexKeys, prepareReported, type ReportedPerson } from '@anwang/people';
import { foundPeople, insertMany, newPersonFrom } from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import type { PopulationChunk, SynthFlag, SynthHousehold, SynthPerson, WorldChunk } from '@anwang/synth';

const SOURCE = 'src-household';
const BASIS = '戶籍法；示範資料';

const told = (person: SynthPerson, household: SynthHousehold): ReportedPerson => ({
  name: person.name,
  nationalId: person.nationalId,
  birthDate: person.birthDate,
  sex: person.sex,
  phones: [person.mobile, household.landline].filter((p) => p !== null),
  addresses: [...new Set([household.address, household.registeredAddress])],
});

// The record's id is the person's with another last digit: one register row per person, and the same again after a resume.
const recordIdOf = (personId: string): string => personId.slice(0, -1) + ((Number.parseInt(personId.slice(-1), 16) + 1) % 16).toString(16);

/** Writes the people of a chunk. */
export const writePeople = async (tx: Tx, county: string, chunk: PopulationChunk, at: string): Promise<void> => {
  const all = chunk.households.flatMap((household) => household.members.map(({ person, place }) => ({ person, place, household })));
  await tx.keys.prepare(
    all.map(({ person }) => person.id),
    'record',
  );
  await insertMany(
    tx,
    'people.record',
    await Promise.all(
      all.map(async ({ person, household }) => ({
        id: recordIdOf(person.id),
        source: SOURCE,
        source_key: person.id,
        county,
        subject_id: person.id,
        sealed: await tx.keys.seal(person.id, 'record', JSON.stringify(told(person, household))),
        received_at: at,
        legal_basis: BASIS,
      })),
    ),
  );
  const founded = all.map(({ person, household }) => {
    const prepared = prepareReported(told(person, household));
    const made = newPersonFrom(
      { county, district: person.district, at, demo: true },
      { recordId: recordIdOf(person.id), prepared, keys: indexKeys(prepared) },
    );
    const [first, ...rest] = made.contacts.filter((c) => c.kind === 'residenceAddress');
    const contacts = [
      ...made.contacts.filter((c) => c.kind === 'phone'),
      ...(first === undefined ? [] : [{ ...first, district: person.district }]),
      ...rest.map((c) => ({ ...c, kind: 'registeredAddress' as const })),
    ];
    return { ...made, id: person.id, name: person.name, contacts };
  });
  await foundPeople(tx, founded);
  await writeHouseholds(tx, county, chunk, at);
};

const writeHouseholds = async (tx: Tx, county: string, { households, kin }: PopulationChunk, at: string): Promise<void> => {
  const rows = households.flatMap((h) => {
    const lived = { id: h.id, kind: 'lived' as const, district: h.district.id };
    return h.registeredId === null ? [lived] : [lived, { id: h.registeredId, kind: 'registered' as const, district: null }];
  });
  await insertMany(
    tx,
    'people.household',
    rows.map((r) => ({ ...r, county, created_at: at })),
  );
  const loaded = at.slice(0, 10);
  // Nobody is a member before they are born.
  const since = (person: SynthPerson) => [person.birthDate, loaded].sort()[1] ?? loaded;
  const members = households.flatMap((h) =>
    h.members.flatMap(({ person, place }) =>
      [h.id, ...(h.registeredId === null ? [] : [h.registeredId])].map((household_id) => ({
        household_id,
        person_id: person.id,
        county,
        relation: place,
        valid_from: since(person),
        source: SOURCE,
        confidence: 'confirmed',
        recorded_at: at,
      })),
    ),
  );
  await insertMany(
    tx,
    'people.household_member',
    members.map((m, i) => ({ id: derived(m.person_id, m.household_id, i), ...m, hidden: false, hidden_from: [] })),
  );
  const edges = [...households.flatMap((h) => h.kin), ...kin];
  await insertMany(
    tx,
    'people.kin',
    edges.map((e, i) => ({
      id: derived(e.person, e.other, i),
      person_id: e.person,
      other_id: e.other,
      county,
      relation: e.relation,
      source: SOURCE,
      confidence: 'confirmed',
      hidden: false,
      hidden_from: [],
      recorded_at: at,
    })),
  );
};

const derived = (a: string, b: string, n: number): string =>
  `${a.slice(0, 24)}${b.slice(24, 33)}${(n % 4096).toString(16).padStart(3, '0')}`;

/** Shelters and new telephones of victims who left, kept from the other side (law 8). */
export const writeHidden = async (tx: Tx, county: string, hidden: WorldChunk['hidden']): Promise<void> => {
  if (hidden.length === 0) return;
  await tx.keys.prepare(
    hidden.map((h) => h.person),
    'contact',
  );
  await insertMany(
    tx,
    'people.contact',
    await Promise.all(
      hidden.map(async (h, i) => ({
        id: derived(h.person, h.from, i),
        person_id: h.person,
        county,
        kind: h.kind,
        subject_id: h.person,
        sealed: await tx.keys.seal(h.person, 'contact', h.value),
        district: h.district,
        hidden: true,
        hidden_from: [h.from],
        source: 'case',
        recorded_at: new Date(h.atMs).toISOString(),
      })),
    ),
  );
};

/** What source systems say of the people of a chunk. */
export const writeFlags = (tx: Tx, county: string, flags: readonly SynthFlag[]): Promise<void> =>
  insertMany(
    tx,
    'people.flag',
    flags.map((f) => ({
      id: f.id,
      person_id: f.person,
      county,
      source: f.source,
      code: f.code,
      sensitivity: f.sensitivity,
      severity: f.severity,
      facts: {},
      legal_basis: f.legalBasis,
      as_of: f.asOf,
    })),
  );
