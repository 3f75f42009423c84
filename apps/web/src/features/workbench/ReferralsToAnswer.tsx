// Referrals that wait for an answer of the own unit, by the nearest clock: for a partner this is the work of the day.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../client/api.ts';
import { may, useMe } from '../../session/me.ts';
import { Clock } from '../../ui/Clock.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Section } from '../../ui/Section.tsx';
import { m } from '../../words/index.ts';
import { useConceptWords, useUnitWords } from '../../words/label.ts';
import styles from './Workbench.module.css';

/** The list; where none waits, what the caller says instead. */
export function ReferralsToAnswer({ none = null }: { none?: ReactNode }) {
  const me = useMe();
  const unitWord = useUnitWords();
  const word = useConceptWords();
  const waiting = useQuery({
    queryKey: ['referrals', 'waiting'],
    queryFn: () => api.referrals.list({ limit: 100, status: 'sent' }),
    enabled: may(me, 'referral.answer'),
    refetchInterval: 60_000,
  });
  const rows = (waiting.data?.rows ?? []).toSorted((a, b) => (a.answerDue < b.answerDue ? -1 : 1));
  if (rows.length === 0) return none;
  return (
    <>
      <Section as="h2" title={m.referrals_to_answer({ n: rows.length })} end={<Link to="/referrals">{m.all()}</Link>} />
      <ul className={styles.changes}>
        {rows.slice(0, 10).map((row) => (
          <li key={row.id}>
            <Icon name="send" />
            <span>
              <Link to={`/referrals?referral=${row.id}`}>
                <b>{row.name ?? word(row.need, 'need')}</b>
              </Link>{' '}
              {row.name !== null && `${word(row.need, 'need')}${m.clause_mark()}`}
              {unitWord(row.fromUnit)}
            </span>
            <span />
            <span className="i3 t-xs">
              <Clock start={row.sentAt} due={row.answerDue} layout="inline" />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
