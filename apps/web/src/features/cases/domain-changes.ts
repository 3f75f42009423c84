// How did the domains of an instrument change from its first use in the case to the last? In points, as the instrument counts them.
import type { Workspace } from './queries.ts';

type Assessment = Workspace['assessments'][number];

/** Uses of the instrument that was scored most often, the first first; about one person where it is about persons. */
export function mostUsed(assessments: readonly Assessment[]): Assessment[] {
  const byUse = Map.groupBy(
    assessments.filter((each) => each.score !== null),
    (each) => `${each.instrument} ${each.subjectPersonId ?? ''}`,
  );
  const [most = []] = [...byUse.values()].sort((a, b) => b.length - a.length);
  return most.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** Each domain then and now, in the order of the instrument; empty where one of the two has none, or there is only one. */
export function domainChanges(used: readonly Assessment[]): { id: string; label: { zh: string; en?: string }; from: number; to: number }[] {
  const [first] = used;
  const last = used.at(-1);
  if (first === undefined || last === undefined || first === last) return [];
  return last.parts.flatMap(({ id, label, score }) => {
    const then = first.parts.find((part) => part.id === id);
    return then === undefined ? [] : [{ id, label, from: then.score, to: score }];
  });
}
