// Recoveries of sign-ins: whose, what, who asked, until when; to confirm, to stop, and what is mine to tell the holder.
import { useState } from 'react';
import { api } from '../client/api.ts';
import { useWrite } from '../client/write.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Clock } from '../ui/Clock.tsx';
import { formatMoment, m } from '../words/index.ts';
import { useLabel } from '../words/label.ts';
import { ConfirmRecovery } from './ConfirmRecovery.tsx';
import { HalfNote, type Recovery } from './HalfNote.tsx';
import styles from './Recovery.module.css';
import { partWord, wayWord } from './recovery-words.ts';

const states: Readonly<Record<Recovery['status'], () => string>> = {
  waiting: m.recovery_waiting,
  confirmed: m.recovery_confirmed,
  stopped: m.recovery_stopped,
  lapsed: m.recovery_lapsed,
};
/** Why one may not confirm, where it is worth saying. */
const whyNot: Readonly<Partial<Record<Recovery['confirm'], () => string>>> = {
  asked: m.recovery_not_asker,
  tooNew: m.recovery_not_new,
};

/** The lines. Stays where there are none left: what was just confirmed still has a half to tell. */
export function RecoveryList({ rows }: { rows: readonly Recovery[] }) {
  const label = useLabel();
  const [open, setOpen] = useState<Recovery | undefined>(undefined);
  const stop = useWrite(api.recoveries.stop, { done: m.recovery_stop_done() });
  return (
    <>
      <ul className={styles.list}>
        {rows.map((each) => (
          <li key={each.id}>
            <span className="row wrap">
              <b>{each.account.name}</b>
              <span className="i2">{[each.account.userName, label(each.account.unit)].filter(Boolean).join(m.clause_mark())}</span>
              <span>{partWord(each.what)}</span>
              {each.status === 'waiting' ? (
                <Clock start={each.askedAt} due={each.due} layout="inline" />
              ) : (
                <Badge tone={each.status === 'confirmed' ? 'normal' : undefined}>{states[each.status]()}</Badge>
              )}
              <span className="sp" />
              {each.confirm === 'yes' && (
                <Button size="small" tone="primary" onClick={() => setOpen(each)}>
                  {m.recovery_confirm()}
                </Button>
              )}
              {each.status === 'waiting' && (
                <Button size="small" busy={stop.busy} onClick={() => stop.run({ recoveryId: each.id })}>
                  {each.confirm === 'asked' ? m.recovery_take_back() : m.recovery_stop()}
                </Button>
              )}
            </span>
            <span className="i3 t-s">
              {m.recovery_asked_by({
                name: each.askedBy ?? m.recovery_machine(),
                time: formatMoment(each.askedAt),
                how: wayWord(each.askedHow),
              })}
              {each.decidedBy &&
                each.decidedAt &&
                m.clause_mark() +
                  m.recovery_decided_by({ name: each.decidedBy, time: formatMoment(each.decidedAt), what: states[each.status]() })}
              {whyNot[each.confirm] && m.clause_mark() + (whyNot[each.confirm]?.() ?? '')}
            </span>
            <HalfNote half={each.half} />
          </li>
        ))}
      </ul>
      {open && <ConfirmRecovery recovery={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
