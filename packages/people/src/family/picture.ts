// The family picture: who belongs together, on which row of the genogram, with households, cases, reports, flags and warnings, cut for this viewer.

import type { PlainDate } from '@anwang/core/time';
import { ageOn } from '@anwang/core/time';
import { cutHidden, type Sides } from './cut.ts';
import { generations } from './generations.ts';
import type { FamilyGraph, GraphPerson } from './graph.ts';
import { type FamilyWarning, familyWarnings } from './warnings.ts';

export interface PicturePerson extends GraphPerson {
  readonly age: number | null;
  /** Row of the genogram, 0 = the focus. */
  readonly generation: number;
  readonly index: boolean;
}

export interface FamilyPicture extends Omit<FamilyGraph, 'people'> {
  readonly people: readonly PicturePerson[];
  readonly warnings: readonly FamilyWarning[];
}

/** How the picture is looked at. */
export interface PictureView extends Sides {
  readonly focus: string;
  /** Date in Taipei. */
  readonly today: PlainDate;
}

/** The picture of a graph for a viewer; see `cutHidden` for what it does not have. */
export const familyPicture = (graph: FamilyGraph, view: PictureView): FamilyPicture => {
  const cut = cutHidden(graph, view.focus, view);
  const rows = generations(
    cut.people.map((p) => p.id),
    cut.kin,
    view.focus,
  );
  const known = (p: GraphPerson): p is GraphPerson & { birthDate: PlainDate } => p.birthDate !== null && p.birthPrecision !== 'unknown';
  return {
    ...cut,
    people: cut.people.map((p) => ({
      ...p,
      age: known(p) ? ageOn(p.birthDate, (p.deceasedOn ?? view.today) as PlainDate) : null,
      generation: rows.get(p.id) ?? 0,
      index: p.id === view.focus,
    })),
    warnings: familyWarnings(cut, view.today),
  };
};
