// What becomes of a set when a column is missing? The files that people bring have other columns than the public ones: these showed faults that the whole sets
// could not (nothing linked at all with few columns; far too sure of itself without identifiers).

import { type BenchData, DATA } from './data.ts';
import { type WorldPlan, worldData } from './worlds.ts';

const ID = 'soc_sec_id';
/** The set, and the columns taken from it. */
const MISSING: readonly (readonly [id: string, ...columns: string[]])[] = [
  ['febrl3', ID],
  ['febrl3', ID, 'date_of_birth'],
  ['febrl3', ID, 'given_name', 'surname'],
  ['fake_1000', 'email'],
  ['fake_1000', 'dob'],
  ['fake_1000', 'first_name', 'surname'],
  ['chicago', 'Phone'],
  ['chicago', 'Zip'],
  ['chicago', 'Address'],
  ['chicago', 'Site name'],
  ['decennial-census', 'street_name'],
  ['decennial-census', 'date_of_birth'],
  ['taiwan-synthetic', 'national_id'],
];
/** Generated worlds without a column; seeds that were not looked at while tuning. */
const WORLDS: readonly (readonly [plan: WorldPlan, ...columns: string[]])[] = [
  [{ rows: 10_000, seed: 122, errors: 1 }, 'national_id'],
  [{ rows: 10_000, seed: 123, errors: 2 }, 'phone'],
  [{ rows: 10_000, seed: 124, errors: 1 }, 'address'],
];

const without = (data: BenchData, columns: readonly string[]): BenchData => {
  const roles = data.roles.filter((role) => !columns.includes(role.split('=')[0] ?? ''));
  if (roles.length !== data.roles.length - columns.length) throw new Error(`${data.id} has not all of ${columns.join(', ')}`);
  const { bar: _, ...rest } = data;
  return { ...rest, id: `${data.id} without ${columns.join(', ')}`, roles };
};

/** The sets with columns missing; worlds are made once and kept in the work folder. */
export const variants = async (work: string): Promise<readonly BenchData[]> => [
  ...MISSING.map(([id, ...columns]) => {
    const data = DATA.find((one) => one.id === id);
    if (data === undefined) throw new Error(`no set ${id}`);
    return without(data, columns);
  }),
  ...(await Promise.all(WORLDS.map(async ([plan, ...columns]) => without(await worldData(plan, work), columns)))),
];
