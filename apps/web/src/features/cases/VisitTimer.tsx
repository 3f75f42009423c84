// The timer in the head of the visit form: started with one press at the door, stopped with one press when leaving; both fill in the record. It needs no network.
import type { Answer, Answers } from '@anwang/core/forms';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { formatTime, m } from '../../words/index.ts';
import styles from './Case.module.css';
import type { Workspace } from './queries.ts';
import { lasted, minutesOf, visitTime } from './visit-time.ts';

type Props = {
  plan: Workspace['planned'][number] | undefined;
  answers: Answers;
  onPut: (given: Readonly<Record<string, Answer | undefined>>) => void;
};

/** Started, running, or nothing once it is over. */
export function VisitTimer({ plan, answers, onPut }: Props) {
  const [now, setNow] = useState(Date.now);
  const time = visitTime(answers, plan?.underWay, now);
  const runs = time.state === 'running';
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [runs]);
  if (time.state === 'over') return null;
  if (time.state === 'none')
    return (
      <Button
        onClick={() => {
          setNow(Date.now());
          onPut({ happenedAt: new Date().toISOString() });
        }}
      >
        {m.visit_timer_start()}
      </Button>
    );
  const ms = Math.max(0, now - time.since);
  const began = new Date(time.since).toISOString();
  return (
    <span className={styles.timer}>
      <span role="timer" aria-label={m.visit_timer({ time: formatTime(began) })} title={m.visit_timer({ time: formatTime(began) })}>
        {lasted(ms)}
      </span>
      <Button onClick={() => onPut({ minutes: minutesOf(Date.now() - time.since), ...(answers.happenedAt ? {} : { happenedAt: began }) })}>
        {m.visit_timer_stop()}
      </Button>
    </span>
  );
}
