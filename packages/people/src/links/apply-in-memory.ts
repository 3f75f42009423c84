// What does a plan leave behind? The reference reading of plans on plain maps, against which the store's carrying out is tested.

import type { Link } from './link.ts';
import type { Step } from './plan.ts';

export interface LinkedWorld {
  readonly links: readonly Link[];
  /** What rests on a row → whom it speaks of. Keys are `kind:id`. */
  readonly speaksOf: ReadonlyMap<string, string | null>;
  readonly redirects: ReadonlyMap<string, string>;
}

/** The world after the steps. Ids of new links are made from row and person: they only need to be distinct here. */
export const applyInMemory = (world: LinkedWorld, steps: readonly Step[]): LinkedWorld => {
  const links = new Map(world.links.map((l) => [l.id, l]));
  const speaksOf = new Map(world.speaksOf);
  const redirects = new Map(world.redirects);
  const add = (recordId: string, personId: string, basis: Link['basis']) => {
    const id = `${recordId}→${personId}`;
    links.set(id, { id, recordId, personId, basis, state: 'confirmed' });
  };
  for (const step of steps) {
    if (step.do === 'setLink') {
      const link = links.get(step.linkId);
      if (link !== undefined) links.set(link.id, { ...link, state: step.state });
    } else if (step.do === 'found') add(step.recordId, step.personId, 'founding');
    else if (step.do === 'link') add(step.recordId, step.personId, step.basis);
    else if (step.do === 'redirect') {
      if (step.into === null) redirects.delete(step.personId);
      else redirects.set(step.personId, step.into);
    } else {
      const { reportPersons, cases, flags, contacts } = step.what;
      for (const key of [
        ...reportPersons.map((id) => `report:${id}`),
        ...cases.map((id) => `case:${id}`),
        ...flags.map((id) => `flag:${id}`),
        ...contacts.map((id) => `contact:${id}`),
      ])
        speaksOf.set(key, step.to);
    }
  }
  return { links: [...links.values()], speaksOf, redirects };
};
