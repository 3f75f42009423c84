// Calls for support that nobody in the unit took up, for whoever is above: who calls, from where, what was said, and whom to telephone. Nothing of the case.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { Clock } from '../../ui/Clock.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { Telephone } from '../../ui/Telephone.tsx';
import { contactWord } from '../../words/contact.ts';
import { formatTime, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Workbench.module.css';

/** The lines; nothing where nobody waits. */
export function SupportsTold() {
  const label = useLabel();
  const told = useQuery({ queryKey: ['cases', 'supportsTold'], queryFn: () => api.cases.supportsTold({}), refetchInterval: 30_000 });
  const rows = told.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section className={styles.supports} aria-label={m.support_calls()} aria-live="assertive">
      {rows.map((each) => {
        const where = [each.where ? `${contactWord(each.where.kind)} ${each.where.value}` : '', each.place ?? '']
          .filter(Boolean)
          .join(m.clause_mark());
        return (
          <div key={each.callId}>
            <Shape meaning="urgent" />
            <div>
              <p>
                <b>{m.support_needs({ name: each.by })}</b> {formatTime(each.at)} {label(each.unit)} {each.number}{' '}
                {each.byTelephone && <Telephone number={each.byTelephone} of={each.by} />}
              </p>
              {each.note && <p>{each.note}</p>}
              {where && <p>{m.support_place({ place: where })}</p>}
              <p>
                {m.support_waits()} {each.due && <Clock start={each.at} due={each.due} layout="inline" />}
              </p>
            </div>
            {each.unitTelephone ? <Telephone number={each.unitTelephone} of={m.support_unit({ unit: label(each.unit) })} /> : <span />}
          </div>
        );
      })}
    </section>
  );
}
