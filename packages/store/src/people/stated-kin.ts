// What reports and cases call somebody ("the father", "a child") as edges of the family: told, never confirmed, and only where no edge is recorded.

import { statedTie } from '@anwang/core/identity';

/** A statement: what `person` is to `subject`, in a code of the value set `relation`. */
export type StatedRelation = {
  readonly person: string;
  readonly subject: string;
  readonly relation: string;
  readonly source: 'report' | 'case';
};
type Edge = { readonly from: string; readonly to: string };

const pairOf = ({ from, to }: Edge): string => [from, to].toSorted().join(' ');

/** Edges of the statements, one for each pair and tie; a pair of which an edge is recorded has that alone. */
export function statedEdges(statements: readonly StatedRelation[], recorded: readonly Edge[]) {
  const known = new Set(recorded.map(pairOf));
  const edges = statements.flatMap(({ person, subject, relation, source }) => {
    const found = statedTie(relation, person, subject);
    if (found === null || known.has(pairOf(found))) return [];
    const { from, to, tie } = found;
    return [{ from, to, relation: tie, since: null, until: null, source, confidence: 'reported' as const, hidden: false, hiddenFrom: [] }];
  });
  // Of two who stand side by side both orders say the same.
  return [
    ...new Map(edges.map((edge) => [`${pairOf(edge)} ${edge.relation} ${beside.has(edge.relation) ? '' : edge.from}`, edge])).values(),
  ];
}

const beside: ReadonlySet<string> = new Set(['spouse', 'divorced', 'partner', 'exPartner', 'sibling', 'other']);
