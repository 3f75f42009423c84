// What is to come in the case: planned visits and contacts, those that passed without a record first. Said beside each: whom, who goes, where, and for safety.
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/now.ts';
import { contactWord } from '../../words/contact.ts';
import { Heed } from '../../words/Heed.tsx';
import { formatDay, formatTime, m } from '../../words/index.ts';
import styles from './Case.module.css';
import { useCaseWords } from './case-words.ts';
import { OnTheWay } from './OnTheWay.tsx';
import type { Workspace } from './queries.ts';

type Props = { one: Workspace; onStart: (type: string, plan: string) => void };

/** The list above the timeline; nothing where nothing is planned. */
export function Ahead({ one, onStart }: Props) {
  const word = useCaseWords(one);
  const now = useNow();
  if (one.planned.length === 0) return null;
  const may = (type: string) => one.allowed.some((each) => each.type === type);
  return (
    <section className={styles.ahead} aria-label={m.ahead()}>
      <h2 className={styles.month}>{m.ahead()}</h2>
      <ol>
        {one.planned.map((plan) => {
          const record = plan.kind === 'visit' ? 'recordVisit' : 'recordContact';
          const passed = Date.parse(plan.at) + (plan.minutes ?? 0) * 60_000 < now;
          const line = [plan.account, ...plan.along].filter(Boolean).join(m.list_mark());
          return (
            <li key={plan.id}>
              <span className={styles.when}>
                <b>{formatDay(plan.at)}</b>
                <br />
                <span className="i3">{formatTime(plan.at)}</span>
              </span>
              <div className={styles.aheadBox} data-passed={passed || undefined}>
                <div>
                  <b>{word(plan.method)}</b> {plan.whom.join(m.list_mark())} {passed && <Badge tone="attention">{m.plan_passed()}</Badge>}
                  {plan.moved > 0 && <span className="i3 t-xs">{m.plan_moved({ n: plan.moved })}</span>}
                </div>
                <div className="i2 t-xs">
                  {[
                    plan.along.length > 0 ? m.plan_goes_along({ names: line }) : m.plan_goes({ name: line }),
                    plan.where ? `${contactWord(plan.where.kind)} ${plan.where.value ?? ''}` : '',
                    plan.place ?? '',
                  ]
                    .filter(Boolean)
                    .join(m.clause_mark())}
                </div>
                {plan.note && <p>{plan.note}</p>}
                <Heed warnings={plan.warnings} safety={plan.safety} />
                <OnTheWay one={one} plan={plan} />
                <div className="row wrap" data-print="no">
                  {may(record) && (
                    <Button size="small" onClick={() => onStart(record, plan.id)}>
                      {m.plan_record()}
                    </Button>
                  )}
                  {may('changeVisit') && (
                    <Button size="small" onClick={() => onStart('changeVisit', plan.id)}>
                      {m.plan_change()}
                    </Button>
                  )}
                  {may('cancelVisit') && (
                    <Button size="small" tone="bare" onClick={() => onStart('cancelVisit', plan.id)}>
                      {m.plan_cancel()}
                    </Button>
                  )}
                </div>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
