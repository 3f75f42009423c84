// The rows of links, and what rests on a source row or a person, as they are read.

export interface StoredLink {
  readonly id: string;
  readonly recordId: string;
  readonly personId: string;
  readonly county: string;
  readonly state: 'candidate' | 'confirmed' | 'rejected' | 'undone';
  readonly basis: 'identifier' | 'person' | 'founding';
  readonly version: number;
}

export interface RestsOn {
  readonly reportPersons: string[];
  readonly cases: string[];
  readonly flags: string[];
  readonly contacts: string[];
}
