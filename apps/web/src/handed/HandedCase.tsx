// What another county handed over with a case: whom to ask, why and since when, what whoever goes must heed, and the coded facts. The same on the desk, at the unit and in the case.
import type { OutputOf } from '@anwang/contract';
import { Section } from '../ui/Section.tsx';
import { Telephone } from '../ui/Telephone.tsx';
import { formatDate, m } from '../words/index.ts';
import { useLabel } from '../words/label.ts';
import styles from './HandedCase.module.css';

type Handed = NonNullable<OutputOf<'screening', 'report'>['handed']>;

/** The section; nothing where no case was handed over. `within`: by another unit of the same county, which gives the whole case. */
export function HandedCase({ handed, as = 'h2', within = false }: { handed: Handed | null; as?: 'h2' | 'h3'; within?: boolean }) {
  const label = useLabel();
  if (handed === null) return null;
  const { from } = handed;
  const unit = from.unitName ? label(from.unitName) : from.unit;
  return (
    <>
      <Section as={as} title={within ? m.handed_move() : m.handed_case()} note={label(handed.programme)} />
      <dl className={styles.facts}>
        <dt>{m.handed_ask()}</dt>
        <dd>
          {[within ? '' : label(from.county), unit, from.lead].filter(Boolean).join(m.clause_mark())}{' '}
          {from.telephone && <Telephone number={from.telephone} of={from.lead ?? unit} />}
        </dd>
        {!within && (
          <>
            <dt>{m.transfer_reason()}</dt>
            <dd>{label(handed.reason)}</dd>
            <dt>{m.transfer_since()}</dt>
            <dd>{handed.since ? formatDate(handed.since) : m.unknown()}</dd>
          </>
        )}
        {handed.safety && (
          <>
            <dt>{m.transfer_safety()}</dt>
            <dd className={styles.said}>
              <b>{handed.safety}</b>
            </dd>
          </>
        )}
        {handed.facts.map((fact) => (
          <div key={fact.label.zh} style={{ display: 'contents' }}>
            <dt>{label(fact.label)}</dt>
            <dd>
              {fact.values.map((value) => (
                <div key={value.zh}>{label(value)}</div>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {!within && <p className="pad i3 t-s">{m.handed_not_along()}</p>}
    </>
  );
}
