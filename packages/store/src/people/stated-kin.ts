// What reports and cases call somebody ("the father", "a child") as edges of the family: told, and only where no edge is recorded. What a worker said of two people is
// confirmed, and stands for whatever is recorded or told of them.

import { statedTie } from '@anwang/core/identity';

/** A statement: what `person` is to `subject`, in a code of the value set `relation`. */
export type StatedRelation = {
  readonly person: string;
  readonly subject: string;
  readonly relation: string;
  /** `notKin` of a worker: they are not what was told. */
  readonly source: 'report' | 'case' | 'worker';
};
type Edge = { readonly from: string; readonly to: string };

const pairOf = ({ from, to }: Edge): string => [from, to].toSorted().join(' ');

/** The recorded edges that stand beside the statements, and the edges of these: one for each pair and tie; a pair of which an edge is recorded has that alone. */
export function withStatedEdges<T extends Edge & { readonly relation: string }>(
  statements: readonly StatedRelation[],
  recorded: readonly T[],
) {
  const words = statements.filter(({ source }) => source === 'worker');
  const spoken = new Set(words.map(({ person, subject }) => pairOf({ from: person, to: subject })));
  const standing = recorded.filter((edge) => edge.relation === 'conflict' || !spoken.has(pairOf(edge)));
  const known = new Set(standing.filter(({ relation }) => relation !== 'conflict').map(pairOf));
  const edges = statements.flatMap(({ person, subject, relation, source }) => {
    const found = statedTie(relation, person, subject);
    if (found === null || known.has(pairOf(found))) return [];
    const { from, to, tie } = found;
    const confidence = source === 'worker' ? ('confirmed' as const) : ('reported' as const);
    const told = { person, relation };
    return [{ from, to, relation: tie, since: null, until: null, source, confidence, hidden: false, hiddenFrom: [], told }];
  });
  // Of two who stand side by side both orders say the same.
  const stated = new Map(edges.map((edge) => [`${pairOf(edge)} ${edge.relation} ${beside.has(edge.relation) ? '' : edge.from}`, edge]));
  return [...standing.map((edge) => ({ ...edge, told: null })), ...stated.values()];
}

const beside: ReadonlySet<string> = new Set(['spouse', 'divorced', 'partner', 'exPartner', 'sibling', 'other']);
