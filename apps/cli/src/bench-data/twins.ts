// How does one generated county become a large one? Every person, report and case of the base is lived again by twins: other ids, numbers, birthdays,
// telephones and houses, the same fates. A twin's id is the base's with one byte changed, so that all that points to it can be rewritten line by line.

import { demoNationalId, type PopulationChunk, type SynthHousehold, type SynthPerson } from '@anwang/synth';

/** Twins of one person; the byte leaves room for 255. */
export const MOST_TWINS = 15;
const AT = 24;
/** Serials that the base may use: 63 chunks of 700, spread by the stride of package synth. */
const SERIALS = 63 * 700 * 7_919;

/** The id of twin `k` (1 … 15); the base itself is 0. */
export const twinId = (id: string, k: number): string =>
  id.slice(0, AT) + (Number.parseInt(id.slice(AT, AT + 2), 16) ^ k).toString(16).padStart(2, '0') + id.slice(AT + 2);

const shifted = (isoDate: string, days: number): string =>
  new Date(Date.parse(`${isoDate}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
const otherDigits = (phone: string | null, k: number): string | null =>
  phone === null ? null : phone.slice(0, -6) + String((Number(phone.slice(-6)) + k * 61_813) % 1_000_000).padStart(6, '0');
const otherHouse = (address: string, k: number): string =>
  address.replace(/(\d+)((?:之\d+)?號)/, (_, n: string, rest: string) => `${Number(n) + k * 700}${rest}`);

const twinPerson = (person: SynthPerson, k: number): SynthPerson => ({
  ...person,
  id: twinId(person.id, k),
  nationalId: demoNationalId(person.sex, (Number(person.nationalId.slice(3, 9)) + k * SERIALS) % 1_000_000, person.foreign),
  birthDate: shifted(person.birthDate, k * 23),
  mobile: otherDigits(person.mobile, k),
});

const twinHousehold = (household: SynthHousehold, k: number): SynthHousehold => ({
  ...household,
  id: twinId(household.id, k),
  registeredId: household.registeredId === null ? null : twinId(household.registeredId, k),
  address: otherHouse(household.address, k),
  registeredAddress: otherHouse(household.registeredAddress, k),
  landline: otherDigits(household.landline, k),
  members: household.members.map((m) => ({ ...m, person: twinPerson(m.person, k) })),
  kin: household.kin.map((e) => ({ ...e, person: twinId(e.person, k), other: twinId(e.other, k) })),
});

/** The people of a chunk as their twins `k`. */
export const twinPopulation = (chunk: PopulationChunk, k: number): PopulationChunk => ({
  ...chunk,
  households: chunk.households.map((h) => twinHousehold(h, k)),
  kin: chunk.kin.map((e) => ({ ...e, person: twinId(e.person, k), other: twinId(e.other, k) })),
});

const TOKENS =
  /([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})|((?:[A-Z]{2,4}-\d{3}-\d{2}|\b\d{3}-\d{4})-)(\d{4,6})\b/g;
/** Running numbers of twins lie this far apart: more than a base of 62,500 people has in a day or in a month. */
const NUMBERS_APART = { report: 10_000, case: 10_000 } as const;

/** A line of COPY's text format cut at the ids and numbers that twins have otherwise. */
export type CutLine = readonly (
  | string
  | { readonly id: string }
  | { readonly prefix: string; readonly n: number; readonly width: number }
)[];

/** Cuts a line; ids in `staff` (accounts, units) stay as they are. */
export const cutLine = (line: string, staff: ReadonlySet<string>): CutLine => {
  const parts: CutLine[number][] = [];
  let from = 0;
  for (const match of line.matchAll(TOKENS)) {
    const [whole, id, prefix, n] = match;
    if (id !== undefined && staff.has(id)) continue;
    parts.push(line.slice(from, match.index), id === undefined ? { prefix: prefix ?? '', n: Number(n), width: n?.length ?? 4 } : { id });
    from = match.index + whole.length;
  }
  parts.push(line.slice(from));
  return parts;
};

/** The line of twin `k`. */
export const twinLine = (line: CutLine, k: number): string =>
  line
    .map((part) =>
      typeof part === 'string'
        ? part
        : 'id' in part
          ? twinId(part.id, k)
          : part.prefix +
            String(part.n + k * (/^[A-Z]/.test(part.prefix) ? NUMBERS_APART.case : NUMBERS_APART.report)).padStart(part.width, '0'),
    )
    .join('');
