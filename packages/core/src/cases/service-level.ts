// How closely is a case served, and since when? Each instrument says a level by the band of its latest result for each person, the rater's own judgement before the score;
// of several the one with the most visits holds. A result whose band is no level says nothing, nor does one about somebody who has left the case.

import type { PersonId } from '../lang/ids.ts';
import type { Programme } from '../programs/program.ts';
import type { Instant } from '../time/instant.ts';
import type { CaseEvent } from './event.ts';
import { type Replacement, whoIs } from './membership.ts';

/** From event `seq` on the case has this level; null: none is known any more. */
export type LevelSaid = { readonly seq: number; readonly at: Instant; readonly level: string | null };

type Result = { readonly instrument: string; readonly person: PersonId | null; readonly seq: number; readonly level: string };

/** Every change of the level, in the order of recording. */
export function levelsSaid({ levels }: Pick<Programme, 'levels'>, events: readonly CaseEvent[]): LevelSaid[] {
  const said: LevelSaid[] = [];
  let results: readonly Result[] = [];
  let replacements: readonly Replacement[] = [];
  const whose = ({ person, seq }: Pick<Result, 'person' | 'seq'>) => (person === null ? null : whoIs(replacements, person, seq));
  const visits = (id: string) => levels.find((one) => one.id === id)?.visitsPerMonth ?? 0;
  const gravest = (): string | null => {
    const latest = new Map(results.map((one) => [`${one.instrument} ${whose(one)}`, one.level]));
    return [...latest.values()].reduce<string | null>((most, one) => (most === null || visits(one) > visits(most) ? one : most), null);
  };
  for (const event of events) {
    if (event.type === 'assessmentCompleted') {
      const { instrument, person, override, band } = event.facts;
      const level = levels.find((one) => one.id === (override ?? band))?.id;
      if (level !== undefined) results = [...results, { instrument, person, seq: event.seq, level }];
    } else if (event.type === 'personReplaced') replacements = [...replacements, { ...event.facts, seq: event.seq }];
    else if (event.type === 'personRestored') replacements = replacements.filter((one) => one.decision !== event.facts.decision);
    else if (event.type === 'memberRemoved') results = results.filter((one) => whose(one) !== event.facts.person);
    else continue;
    const level = gravest();
    if (level !== (said.at(-1)?.level ?? null)) said.push({ seq: event.seq, at: event.happenedAt, level });
  }
  return said;
}
