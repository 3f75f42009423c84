// One row of what is to be done now: the clock, the family, what is due, and in words why it stands here: what started it, what was tried, what is planned.
import { Link } from '@tanstack/react-router';
import { Badge } from '../../ui/Badge.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { useNow } from '../../ui/now.ts';
import { basisWord } from '../../words/basis.ts';
import { caseName } from '../../words/case-name.ts';
import { daysSince } from '../../words/dates.ts';
import { formatDate, formatDay, formatMoment, m } from '../../words/index.ts';
import { useConceptWords, useLabel } from '../../words/label.ts';
import styles from './Workbench.module.css';
import type { Work } from './work.ts';

type Due = Work['due'][number];

/** To the form that meets the clock, or to the case. */
export const goTo = ({ caseId, does }: Due): string => `/cases/${caseId}${does ? `?act=${does.type}` : ''}`;

function useWhy(each: Due): string {
  const label = useLabel();
  const word = useConceptWords();
  const now = useNow();
  const n = daysSince(each.start, now);
  const words = { event: label(each.startedBy), stop: label(each.awaits) };
  const { tried, gap } = each;
  return [
    words.event && words.stop ? (n === 0 ? m.why_started_today(words) : m.why_started({ ...words, n })) : basisWord(each.basis),
    // Met, and yet owed: somebody else was.
    tried
      ? m.why_tried({
          date: formatDay(tried.at),
          method: word(tried.method),
          outcome: tried.outcome === 'met' ? m.met_somebody_else() : word(tried.outcome, 'meetingOutcome'),
        })
      : '',
    gap ? m.worklist_gap({ date: formatDate(gap.at), reason: label(gap.reason) }) : '',
    each.plannedAt ? m.why_planned({ time: formatMoment(each.plannedAt) }) : '',
  ]
    .filter(Boolean)
    .join(m.clause_mark());
}

/** The row. @param here whether the cursor of the keyboard stands on it */
export function DueRow({ each, here }: { each: Due; here: boolean }) {
  const label = useLabel();
  const why = useWhy(each);
  return (
    <li data-cursor={here || undefined}>
      <Clock start={each.start} due={each.due} />
      <span className="i2 el">{label(each.programmeLabel)}</span>
      <span className={styles.what}>
        <span className="el">
          <Link to={`/cases/${each.caseId}`} className={styles.name}>
            <b>{caseName(each)}</b>
          </Link>
          {'　'}
          <span title={basisWord(each.basis)}>{label(each.ruleLabel)}</span>
          {each.acute && (
            <>
              {' '}
              <Badge tone="urgent">{m.due_acute()}</Badge>
            </>
          )}
          {each.escalatedTo && (
            <>
              {' '}
              <Badge tone="attention">{m.escalated_to({ role: label(each.escalatedTo) })}</Badge>
            </>
          )}
        </span>
        <span className="i3 t-xs el">{why}</span>
      </span>
      <span className={styles.acts}>
        {each.plans && each.plannedAt === null && (
          <Link to={`/cases/${each.caseId}?act=planVisit`} className={buttonClass('plain', 'small')}>
            {m.plan_visit()}
          </Link>
        )}
        <Link to={goTo(each)} className={buttonClass('plain', 'small')}>
          {each.does ? label(each.does.label) : m.open()}
        </Link>
      </span>
    </li>
  );
}
