// On top of the workbench: visits and contacts whose time has passed without a record, and whoever has not told that they left; the longest first.
import { Link } from '@tanstack/react-router';
import { useMe } from '../../session/me.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { useNow } from '../../ui/now.ts';
import { Shape } from '../../ui/Shape.tsx';
import { formatMoment, formatTime, m } from '../../words/index.ts';
import { useConceptWords } from '../../words/label.ts';
import { overOf } from './day-layout.ts';
import styles from './Workbench.module.css';
import { recordOf, type Work } from './work.ts';

/** The rows; nothing where nothing is left open. */
export function PlansPassed({ day }: { day: Work['day'] }) {
  const me = useMe();
  const now = useNow();
  const word = useConceptWords();
  const passed = day.planned
    .flatMap((plan) => {
      const over = overOf(plan, now);
      return over === undefined ? [] : [{ plan, over }];
    })
    .toSorted((a, b) => Number(b.over.inside) - Number(a.over.inside) || a.over.at - b.over.at);
  if (passed.length === 0) return null;
  return (
    <section className={styles.passed} aria-label={m.plans_passed({ n: passed.length })}>
      <h2>
        <Shape meaning="attention" />
        {m.plans_passed({ n: passed.length })}
      </h2>
      <ul>
        {passed.map(({ plan, over }) => (
          <li key={plan.id} data-inside={over.inside || undefined}>
            <Clock start={plan.at} due={new Date(over.at).toISOString()} />
            <span className="el">
              <Link to={`/cases/${plan.caseId}`}>
                <b>{plan.title ?? plan.number}</b>
              </Link>
              {'　'}
              {word(plan.method, plan.kind === 'visit' ? 'visitMethod' : 'contactMethod')} {formatMoment(plan.at)}
              <span className="i2 t-xs">
                {'　'}
                {[
                  plan.accountId === me.id ? '' : plan.account,
                  over.inside ? m.plan_not_left({ time: formatTime(new Date(over.at).toISOString()) }) : '',
                ]
                  .filter(Boolean)
                  .join(m.clause_mark())}
              </span>
            </span>
            <span className={styles.acts}>
              {plan.goes && (
                <Link to={`/cases/${plan.caseId}?act=changeVisit&plan=${plan.id}`} className={buttonClass('plain', 'small')}>
                  {m.plan_change()}
                </Link>
              )}
              <Link to={plan.goes ? recordOf(plan) : `/cases/${plan.caseId}`} className={buttonClass('plain', 'small')}>
                {plan.goes ? m.plan_record() : m.open()}
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
