// The family picture beside a dispatch: drawn, with its open cases.
import { useNavigate } from '@tanstack/react-router';
import { Genogram } from '../../genogram/Genogram.tsx';
import { Ladder } from '../../ui/Ladder.tsx';
import { Section } from '../../ui/Section.tsx';
import { basisWord } from '../../words/basis.ts';
import { hasEnded } from '../../words/case-ended.ts';
import { statusWord } from '../../words/case-status.ts';
import { m } from '../../words/index.ts';
import { useLabel, useProgrammeWords, useUnitWords } from '../../words/label.ts';
import styles from './Dispatch.module.css';
import type { DispatchOne } from './queries.ts';

/** The picture and the cases in words. */
export function DispatchFamily({ family }: { family: DispatchOne['family'] }) {
  const unitWord = useUnitWords();
  const programmeWord = useProgrammeWords();
  const label = useLabel();
  const navigate = useNavigate();
  const cases = family.cases.toSorted((a, b) => Number(hasEnded(a)) - Number(hasEnded(b)));
  const past = cases.filter(hasEnded).length;
  return (
    <>
      <Section as="h2" title={m.family_pane()} note={m.people_count({ n: family.people.length })} />
      <div className="pad">
        <Genogram family={family} onPerson={(id) => void navigate({ to: `/people/${id}` })} maxHeight={360} />
      </div>
      <Section title={m.open_cases({ n: family.cases.length - past })} note={past > 0 ? m.cases_ended({ n: past }) : ''} />
      <dl className={styles.facts}>
        {cases.map((each) => (
          <div key={each.id} style={{ display: 'contents' }}>
            <dt>{programmeWord(each.programme)}</dt>
            <dd className="row">
              {[unitWord(each.unitName), each.leadName].filter(Boolean).join(' ')}
              {hasEnded(each) ? <span className="i2">{statusWord(each.status)}</span> : each.risk && <Ladder band={each.risk} />}
            </dd>
          </div>
        ))}
      </dl>
      <Section title={m.flags({ n: family.flags.length })} />
      <dl className={styles.facts}>
        {family.flags.map((each) => (
          <div key={each.id} style={{ display: 'contents' }}>
            <dt>{family.people.find((person) => person.id === each.personId)?.name ?? m.unnamed()}</dt>
            <dd>
              {label(each.label) || m.sensitive_flag()}{' '}
              <span className="i3">
                {label(each.sourceLabel)}·{basisWord(each.legalBasis)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
