// What is remembered of a link between a source row and a person? Its state, its basis, who decided and when; nothing is ever deleted.

export type LinkState = 'candidate' | 'confirmed' | 'rejected' | 'undone';
export type LinkBasis = 'identifier' | 'person' | 'founding';

export interface Link {
  readonly id: string;
  readonly recordId: string;
  readonly personId: string;
  readonly state: LinkState;
  readonly basis: LinkBasis;
}

/** What rests on a source row and therefore follows its link: reports that name it, cases that grew from them, flags, contacts. */
export interface Following {
  readonly reportPersons: readonly string[];
  readonly cases: readonly string[];
  readonly flags: readonly string[];
  readonly contacts: readonly string[];
}

export const NOTHING_FOLLOWS: Following = { reportPersons: [], cases: [], flags: [], contacts: [] };
