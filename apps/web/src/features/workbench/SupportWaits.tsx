// Colleagues who need support and whom nobody has answered: above everything else of the day.
import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { Telephone } from '../../ui/Telephone.tsx';
import { caseName } from '../../words/case-name.ts';
import { formatTime, m } from '../../words/index.ts';
import styles from './Workbench.module.css';
import type { Work } from './work.ts';

/** The lines; nothing where nobody waits. */
export function SupportWaits({ supports }: { supports: Work['supports'] }) {
  if (supports.length === 0) return null;
  return (
    <section className={styles.supports} aria-label={m.support_calls()} aria-live="assertive">
      {supports.map((each) => (
        <div key={each.callId}>
          <Shape meaning="urgent" />
          <span>
            <b>{each.own ? m.support_own() : m.support_needs({ name: each.by })}</b> {formatTime(each.at)}{' '}
            <Link to={`/cases/${each.caseId}`}>{caseName(each)}</Link>{' '}
            {!each.own && each.byTelephone && <Telephone number={each.byTelephone} of={each.by} />}
            <span className={styles.waitsNote}>
              {m.support_waits()} <Clock start={each.at} due={each.due} layout="inline" />
            </span>
          </span>
          {each.own ? (
            <Link to={`/cases/${each.caseId}`} className={buttonClass('plain')}>
              {m.open()}
            </Link>
          ) : (
            <Link to={`/cases/${each.caseId}`} search={{ act: 'takeSupport' }} className={buttonClass('primary')}>
              {m.support_take()}
            </Link>
          )}
        </div>
      ))}
    </section>
  );
}
