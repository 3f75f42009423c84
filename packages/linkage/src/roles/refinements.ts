// Which levels are re-read in the light of another comparison (linkage.md §3.2, points 4 and 8)? Stated by role; `assemble` binds them.

export interface RoleRefinement {
  readonly target: string;
  readonly from: readonly string[];
  readonly when: readonly { readonly role: string; readonly levels: readonly string[] }[];
  readonly to: string;
}

export const REFINEMENTS: readonly RoleRefinement[] = [
  // A parent's number on a child's record: the same number, born a generation apart.
  { target: 'identifier', from: ['same-valid', 'same'], when: [{ role: 'birth-date', levels: ['generation'] }], to: 'borrowed' },
  // Somebody else's number: neither the name nor the date of birth has anything in common.
  {
    target: 'identifier',
    from: ['same-valid', 'same'],
    when: [
      { role: 'birth-date', levels: ['different', 'near', 'year'] },
      { role: 'full-name', levels: ['different', 'surname'] },
    ],
    to: 'borrowed',
  },
];
