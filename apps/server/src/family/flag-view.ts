// A flag of a source system as it is shown: a sensitive one only says that it is there, with its ground and its age, until it is opened with a reason (domain 04 §4.2).
import type { OutputOf } from '@anwang/contract';
import type { StoredGraph } from '@anwang/store/people';
import type { PacksInForce } from '../packs-in-force.ts';

type Stored = Omit<StoredGraph['flags'][number], 'facts'> & { readonly facts: Readonly<Record<string, string | number | boolean>> };
type View = OutputOf<'screening', 'openFlag'>;

/** `open`: the viewer has given a reason for this very flag. */
export function flagView(packs: Pick<PacksInForce, 'word'>, flag: Stored, open: boolean): View {
  const closed = !open && (flag.sensitivity === 'S3' || flag.sensitivity === 'S4');
  return {
    id: flag.id,
    personId: flag.personId,
    source: flag.source,
    sourceLabel: packs.word('sourceSystem', flag.source).label,
    code: closed ? null : flag.code,
    label: closed ? null : packs.word('flag', flag.code).label,
    sensitivity: flag.sensitivity,
    severity: flag.severity,
    legalBasis: flag.legalBasis,
    asOf: flag.asOf,
    facts: closed ? {} : { ...flag.facts },
  };
}
