// The words of the genogram: what comes in (the family picture as served) and what goes out (points to draw). Symbols follow the standard
// of McGoldrick and Gerson: square male, circle female, diamond not known, doubled index person, crossed deceased.

type Sex = 'male' | 'female' | 'other' | 'unknown';
export type KinRelation =
  | 'parent'
  | 'adoptiveParent'
  | 'spouse'
  | 'divorced'
  | 'separated'
  | 'partner'
  | 'exPartner'
  | 'sibling'
  | 'halfSibling'
  | 'grandparent'
  | 'guardian'
  | 'caregiver'
  | 'other'
  | 'conflict';

export type Person = {
  id: string;
  name: string | null;
  sex: Sex;
  birthDate: string | null;
  birthPrecision: 'day' | 'month' | 'year' | 'approximate' | 'unknown';
  age: number | null;
  deceasedOn: string | null;
  index: boolean;
};
/** `from` is <relation> of `to`: a parent edge goes from the parent to the child. */
export type Kin = { from: string; to: string; relation: KinRelation; since: string | null; until: string | null };
type Household = { id: string; kind: 'registered' | 'lived'; members: readonly { personId: string; until: string | null }[] };
export type Family = { people: readonly Person[]; kin: readonly Kin[]; households: readonly Household[] };

export type Point = { x: number; y: number };
export type UnionKind = 'spouse' | 'partner' | 'exPartner' | 'separated' | 'divorced' | 'parents';
/** Two people side by side, or one alone, with the children of exactly these parents. No parents: siblings whose parents are not in the picture. */
export type Union = {
  parents: readonly string[];
  kind: UnionKind;
  since: string | null;
  /** `asSibling`: a child of these parents only as far as a sibling of theirs is. */
  children: readonly { id: string; adopted: boolean; asSibling: boolean }[];
};

export type PlacedPerson = Person & Point & { generation: number };
export type PlacedUnion = Union & { line: readonly [Point, Point] | null; bar: Point | null };
export type ChildLine = { childId: string; adopted: boolean; asSibling: boolean; points: readonly Point[] };
export type Conflict = { from: string; to: string; points: readonly [Point, Point] };
type Outline = { householdId: string; kind: Household['kind']; path: string };
export type Layout = {
  width: number;
  height: number;
  people: readonly PlacedPerson[];
  unions: readonly PlacedUnion[];
  lines: readonly ChildLine[];
  conflicts: readonly Conflict[];
  outlines: readonly Outline[];
};
