// Units and accounts as lines of a file: which column means what, how kinds, districts and roles are called there, and which line and column a fault of the server speaks of.
import type { SentOf } from '@anwang/contract';
import { readTypedDate } from '../../words/roc-date.ts';
import { type CsvLine, readCsv } from './csv.ts';
import { asReach } from './grants.ts';

type Sent = SentOf<'admin', 'importStaff'>;
export type StaffUnit = Sent['units'][number];
export type StaffUser = Sent['users'][number];

/** What the words of a file mean; a word that means nothing is sent as it stands, and the server names it. */
export type StaffWords = {
  readonly kind: (word: string) => string;
  readonly district: (word: string) => string;
  readonly role: (word: string) => { readonly id: string; readonly reaches: readonly string[] };
};
export type Lines<T> = { readonly rows: readonly T[]; readonly at: readonly number[] };

/** Columns in their order, with the path under which the server speaks of each. */
const unitColumns = ['name.zh', 'name.en', 'kind', 'capacity', 'districts', 'telephone', 'publicTelephone'] as const;
const userColumns = ['userName', 'name', 'title', 'unit', 'extension', 'grants', 'until', 'ownNumber'] as const;

const several = (cell: string): string[] =>
  cell
    .split(/[、;；/]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** The lines below the headings: a first line without anything that looks like a row. */
const below = (lines: CsvLine[], isRow: (cells: readonly string[]) => boolean): CsvLine[] =>
  lines[0] && !isRow(lines[0].cells) ? lines.slice(1) : lines;

/** Units: name, English name, kind, capacity, districts, telephone, public telephone. */
export function readUnits(text: string, words: StaffWords): Lines<StaffUnit> {
  const lines = below(readCsv(text), ([first = '', , third = '']) => !/^(單位|名稱|unit|name)/i.test(first) || words.kind(third) !== third);
  const rows = lines.map(
    ({ cells: [zh = '', en = '', kind = '', capacity = '', districts = '', telephone = '', publicTelephone = ''] }) => ({
      kind: words.kind(kind),
      name: { zh, en: en || zh },
      capacity: capacity === '' ? null : Number(capacity),
      districts: several(districts).map(words.district),
      telephone: telephone || null,
      publicTelephone: publicTelephone || null,
    }),
  );
  return { rows, at: lines.map(({ line }) => line) };
}

/** A reach that needs no place of its own: of the own unit before the own county; a partner has both of the two that a role of another agency means. */
const reachesOf = (reaches: readonly string[]): string[] => {
  if (reaches.includes('shared')) return reaches.filter((each) => each === 'shared' || each === 'unit');
  return [reaches.find((each) => each === 'unit') ?? reaches.find((each) => each === 'county') ?? reaches[0] ?? 'unit'];
};

/** Taipei's midnight after the last day, as an instant; null where none is said, and what cannot be read as it stands. */
const untilOf = (cell: string): string | null => {
  if (cell === '') return null;
  const read = readTypedDate(cell);
  return read.kind === 'date' ? `${read.iso}T23:59:59+08:00` : cell;
};

/** Accounts: user name, name, title, unit, extension, roles, last day of the roles, own national ID. */
export function readUsers(text: string, words: StaffWords): Lines<StaffUser> {
  const lines = below(readCsv(text), ([first = '']) => /^[a-z0-9._-]+$/.test(first));
  const rows = lines.map(
    ({ cells: [userName = '', name = '', title = '', unit = '', extension = '', roles = '', until = '', ownNumber = ''] }) => ({
      userName,
      name,
      title: title || null,
      unit: unit || null,
      extension: extension || null,
      ownNumber: ownNumber || null,
      grants: several(roles).flatMap((word) => {
        const { id, reaches } = words.role(word);
        return reachesOf(reaches).map((reach) => ({ role: id, reach: asReach(reach), until: untilOf(until) }));
      }),
    }),
  );
  return { rows, at: lines.map(({ line }) => line) };
}

/** Which line and column a fault speaks of: `users.3.grants.0.role` is the third line's roles. */
export function placeOfFault(path: string, at: { units: readonly number[]; users: readonly number[] }) {
  const [, sheet, row, rest = ''] = /^(units|users)\.(\d+)\.?(.*)$/.exec(path) ?? [];
  if (sheet !== 'units' && sheet !== 'users') return undefined;
  const columns: readonly string[] = sheet === 'units' ? unitColumns : userColumns;
  const field = rest.startsWith('grants')
    ? rest.endsWith('until')
      ? 'until'
      : 'grants'
    : (columns.find((each) => rest.startsWith(each)) ?? rest);
  return { sheet, line: at[sheet][Number(row)] ?? Number(row) + 1, field } as const;
}
