// The words in which row-level rights are stated: for each table, which thing a row belongs to, which class of data it holds, and which acts allow what.
// Statement here, reference in core/access `decide`, compiler in compile.ts (house law 1).

import { type Action, actions, type DataClass, type RoleId } from '@anwang/core/access';

/** How a row hangs on the thing whose reach decides: it is the thing, or points to it by a column. */
export type Thing =
  | { readonly kind: 'case' | 'report'; readonly by?: string /** The row has no county of its own. */; readonly bare?: boolean }
  /** `placed`: the row says itself in which district its person is, and is kept so by the database: the person is not asked. */
  | { readonly kind: 'person'; readonly by?: string; readonly bare?: boolean; readonly placed?: boolean }
  /** A row with a county and nothing else. */
  | { readonly kind: 'county' }
  /** A row that belongs to one account: only that account. */
  | { readonly kind: 'mine'; readonly by: string }
  /** A row of common knowledge, or one that holds nothing about anybody. */
  | { readonly kind: 'common' };

/** What one command needs. Some act on the thing is enough; or, with `asSuch`, any of the acts without regard to a thing. */
export type Need = {
  readonly acts?: readonly Action[];
  readonly asSuch?: readonly Action[];
  /** System actors that may as well. */
  readonly systems?: readonly RoleId[];
  /** Further condition in SQL, for all but the system actors. */
  readonly and?: string;
  /** Another way in, in SQL. */
  readonly or?: string;
  /** Of a case reached through a share alone: no row, or events of the types that the shared parts hold. Left out: rows of a class that the share shows. */
  readonly shared?: 'never' | 'byType';
  /** Class of the acts for this command; writes ask for `basic` unless said. */
  readonly class?: DataClass;
  /** Columns that may be written; all when left out. */
  readonly columns?: readonly string[];
};

export type TableRights = {
  readonly table: string;
  readonly thing: Thing;
  readonly class: DataClass;
  readonly select?: Need;
  readonly insert?: Need;
  readonly update?: Need;
  readonly delete?: Need;
};

/** Acts on a case that write: all but reading. */
export const caseWriting: readonly Action[] = actions.filter((action) => action.startsWith('case.') && action !== 'case.read');
/** Acts by which somebody sees that a case exists. */
export const caseSeeing: readonly Action[] = ['case.read', ...caseWriting];
/** Acts of the desk on a report that write; a unit that accepts or disputes writes on the report as well. */
export const reportWriting: readonly Action[] = [
  'report.append',
  'report.screen',
  'report.review',
  'report.dispatch',
  'report.arbitrate',
  'case.accept',
];
/** Acts by which somebody sees that a report exists. */
export const reportSeeing: readonly Action[] = ['report.read', 'report.screen', 'report.review', 'report.dispatch', 'report.arbitrate'];
/** Acts by which somebody sees a person. */
export const personSeeing: readonly Action[] = ['person.read', 'person.search', 'family.read'];
