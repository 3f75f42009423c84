// What does a programme ask of whom by when, and on what ground? The statement in force in a county, beside the nation's: what differs is the county's overlay.
import type { OutputOf } from '@anwang/contract';
import { roles } from '@anwang/core/access';
import { codeLists, genericStages, type LegalBasis, type Programme, visitLimit } from '@anwang/core/programs';
import { findInstrument, programmeFor, programmes } from '@anwang/packs';
import { bilingual } from '../../packs-in-force.ts';

type Rules = OutputOf<'reference', 'rules'>;

// Notes of the packs speak to who maintains them; a county's reason for a shorter limit is told.
const basisOf = ({ text, mark, why }: LegalBasis) => ({ text, mark, why: why === undefined ? null : bilingual(why) });

const addedTo = (programme: Programme, county: string): Rules['added'] => [
  ...codeLists.flatMap((list) =>
    programme[list]
      .filter((code) => code.county === county)
      .map((code) => ({ to: list, what: { code: code.code, label: bilingual(code.label) } })),
  ),
  ...programme.actions.flatMap((action) =>
    action.requires
      .filter((one) => one.county === county)
      .map((one) => ({ to: 'requirements', what: { code: one.id, label: bilingual(one.label) } })),
  ),
];

/** The programme as it holds in a county; null where there is none of this name. */
export function programmeRules(id: string, county: string): Rules | null {
  const programme = programmeFor(id, county);
  const national = programmes.find((one) => one.id === id);
  if (programme === null || national === undefined) return null;
  return {
    id,
    version: programme.version,
    validFrom: programme.validFrom,
    label: bilingual(programme.label),
    basis: programme.basis.map((one) => basisOf(one)),
    clocks: programme.clocks.map((clock) => {
      const stated = national.clocks.find((one) => one.id === clock.id)?.limit;
      const tightened = stated !== undefined && (stated.amount !== clock.limit.amount || stated.kind !== clock.limit.kind);
      return {
        id: clock.id,
        label: bilingual(clock.label),
        limit: clock.limit,
        national: tightened ? stated : null,
        kind: clock.kind,
        basis: basisOf(clock.basis),
        byLevel: clock.byLevel === true,
        repeats: clock.repeat === 'restart',
        pausable: clock.pausable,
        tells: clock.escalate.map(({ hoursBefore, to }) => ({ hoursBefore, to: bilingual(roles[to].label) })),
      };
    }),
    // A programme's own stages stand first in the pack, where the first that fits is meant; they are read in the order of a case.
    stages: programme.stages
      .toSorted((a, b) => genericStages.indexOf(a.generic) - genericStages.indexOf(b.generic))
      .map((stage) => ({
        id: stage.id,
        label: bilingual(stage.label),
        renamed: national.stages.find((one) => one.id === stage.id)?.label.zh !== stage.label.zh,
      })),
    instruments: programme.instruments.map(({ instrument, version }) => {
      const words = findInstrument(instrument, version)?.label ?? { zh: instrument };
      return { id: instrument, version, label: bilingual(words) };
    }),
    levels: programme.levels.map((level) => ({
      id: level.id,
      label: bilingual(level.label),
      visitsPerMonth: level.visitsPerMonth,
      limit: visitLimit(level.visitsPerMonth) ?? { amount: null, kind: 'months' },
      national: national.levels.find((one) => one.id === level.id)?.visitsPerMonth ?? level.visitsPerMonth,
      basis: basisOf(level.basis),
    })),
    added: addedTo(programme, county),
  };
}
