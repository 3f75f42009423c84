// What others still owe me: for which family, what was asked of whom, since when, and by when they should answer.
import { Link } from '@tanstack/react-router';
import { Clock } from '../../ui/Clock.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/Section.tsx';
import { caseName } from '../../words/case-name.ts';
import { daysSince } from '../../words/dates.ts';
import { m } from '../../words/index.ts';
import { useConceptWords, useUnitWords } from '../../words/label.ts';
import styles from './Workbench.module.css';
import type { Work } from './work.ts';

/** The list; nothing when nobody owes anything. */
export function Waiting({ waiting }: { waiting: Work['waiting'] }) {
  const unitWord = useUnitWords();
  const word = useConceptWords();
  const now = useNow();
  if (waiting.length === 0) return null;
  return (
    <>
      <Section as="h2" title={m.waiting()} end={waiting.length} />
      <ul className={styles.changes}>
        {waiting.map((each) => {
          const n = daysSince(each.sentAt, now);
          return (
            <li key={each.referralId}>
              <Icon name="send" />
              <span>
                <Link to={`/cases/${each.caseId}?tab=network`}>
                  <b>{caseName(each)}</b>
                </Link>{' '}
                {word(each.need, 'need')} <span className="i2">{unitWord(each.toUnit)}</span>
              </span>
              <span className="nw i2">{n === 0 ? m.waiting_today() : m.waiting_days({ n })}</span>
              <span className="i3 t-xs">
                <Clock start={each.sentAt} due={each.answerDue} layout="inline" />
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
