// The name of somebody of a family, as the way to their own page.
import { Link } from '@tanstack/react-router';
import { m } from '../words/index.ts';

export type Named = { readonly id: string; readonly name: string | null };

/** The name of the person with this id among the people of the family. */
export function PersonLink({ id, people }: { id: string; people: readonly Named[] }) {
  return <Link to={`/people/${id}`}>{people.find((each) => each.id === id)?.name ?? m.unnamed()}</Link>;
}
