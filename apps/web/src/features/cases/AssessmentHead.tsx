// Before the questions: which instrument, on which occasion, about whom, and when.
import { OptionRow, SelectInput } from '../../ui/inputs.tsx';
import { MomentInput } from '../../ui/MomentInput.tsx';
import { m } from '../../words/index.ts';
import type { AssessmentDraft } from './assessment-draft.ts';
import { momentWords } from './assessment-draft.ts';
import type { InstrumentUse } from './instrument.ts';
import type { Workspace } from './queries.ts';

/** Whom an instrument about one person may be about: not whoever is said to have done it, and of a child's no grown-up of the family. */
function mayBeRated({ until, role, age }: Workspace['members'][number], programme: string): boolean {
  if (until !== null) return false;
  return role === 'subject' || role === 'victim' || (role === 'member' && (programme !== 'child-protection' || age === null || age < 18));
}

type Props = {
  one: Workspace;
  uses: readonly InstrumentUse[];
  use: InstrumentUse | undefined;
  nameOf: (use: InstrumentUse) => string;
  moment: string;
  subject: string;
  happenedAt: string | null;
  fault: string | undefined;
  onChange: (more: Partial<AssessmentDraft>) => void;
};

/** The fields. */
export function AssessmentHead({ one, uses, use, nameOf, moment, subject, happenedAt, fault, onChange }: Props) {
  const moments = use?.moments ?? [];
  return (
    <>
      {uses.length > 1 && (
        <SelectInput
          label={m.instrument()}
          value={use?.instrument ?? ''}
          choices={uses.map((each) => ({ value: each.instrument, label: nameOf(each) }))}
          onChange={(instrument) => onChange({ instrument, answers: {}, carried: [], notDone: '' })}
        />
      )}
      {moments.length > 1 && (
        <OptionRow
          label={m.moment()}
          value={moment}
          choices={moments.map((each) => ({ value: each, label: momentWords()[each] ?? each }))}
          onChange={(next) => onChange({ moment: next })}
        />
      )}
      {use?.about === 'person' && (
        <SelectInput
          label={m.who()}
          value={subject}
          choices={one.members
            .filter((each) => mayBeRated(each, one.programme))
            .map((each) => ({ value: each.personId, label: each.name ?? m.unnamed() }))}
          onChange={(next) => onChange({ subject: next, carried: [] })}
        />
      )}
      <MomentInput label={m.when()} required error={fault} value={happenedAt} onChange={(next) => onChange({ happenedAt: next })} />
    </>
  );
}
