// Calls for support that are not over, on top of the case: who needs it and since when, what was said, who took it up, and what the viewer can do.
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { Telephone } from '../../ui/Telephone.tsx';
import { formatTime, m } from '../../words/index.ts';
import styles from './Case.module.css';
import type { Workspace } from './queries.ts';
import { SupportDialog } from './SupportDialog.tsx';

/** The lines; nothing where nobody calls. */
export function SupportCalls({ one }: { one: Workspace }) {
  const [asking, setAsking] = useState<{ type: 'takeSupport' | 'endSupport'; callId: string } | undefined>(undefined);
  if (one.supports.length === 0) return null;
  const mayTake = one.allowed.some((each) => each.type === 'takeSupport');
  return (
    <section className={styles.support} aria-label={m.support_calls()} aria-live="polite" data-print="no">
      {one.supports.map((call) => (
        <div key={call.id} data-taken={call.takenBy !== null || undefined}>
          <Shape meaning={call.takenBy === null ? 'urgent' : 'attention'} />
          <div>
            <p>
              <b>{call.own ? m.support_own() : m.support_needs({ name: call.by })}</b> {formatTime(call.at)}{' '}
              {!call.own && call.byTelephone && <Telephone number={call.byTelephone} of={call.by} />}
            </p>
            {call.note && <p className={styles.said}>{call.note}</p>}
            <p>
              {call.takenBy !== null && call.takenAt !== null ? (
                <>
                  {m.support_taken({ name: call.takenBy, time: formatTime(call.takenAt) })}
                  {call.takenNote && `${m.clause_mark()}${call.takenNote}`}
                </>
              ) : (
                <>
                  {m.support_waits()} {call.due && <Clock start={call.at} due={call.due} layout="inline" />}
                </>
              )}
            </p>
          </div>
          <span className="row wrap">
            {mayTake && call.takenBy === null && !call.own && (
              <Button tone="primary" onClick={() => setAsking({ type: 'takeSupport', callId: call.id })}>
                {m.support_take()}
              </Button>
            )}
            {call.mayEnd && <Button onClick={() => setAsking({ type: 'endSupport', callId: call.id })}>{m.support_end()}</Button>}
          </span>
        </div>
      ))}
      {asking && <SupportDialog one={one} type={asking.type} callId={asking.callId} onClose={() => setAsking(undefined)} />}
    </section>
  );
}
