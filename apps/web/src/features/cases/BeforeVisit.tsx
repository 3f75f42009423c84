// On top of the record of a visit: that the last one was in vain, what there is to heed, what was said for safety when it was planned, and who goes along.
import { Shape } from '../../ui/Shape.tsx';
import { formatDay, m } from '../../words/index.ts';
import { useConceptWords } from '../../words/label.ts';
import styles from './Case.module.css';
import type { Workspace } from './queries.ts';

/** The notice; nothing where there is nothing to say. */
export function BeforeVisit({ one, planId }: { one: Workspace; planId: unknown }) {
  const word = useConceptWords();
  const plan = one.planned.find((each) => each.id === planId);
  const { lastVain, warnings } = one;
  const lines = [
    lastVain
      ? [
          m.vain_last({
            date: formatDay(lastVain.at),
            method: word(lastVain.method, 'visitMethod'),
            outcome: word(lastVain.outcome, 'meetingOutcome'),
          }),
          lastVain.times > 1 ? m.vain_times({ n: lastVain.times }) : '',
        ]
          .filter(Boolean)
          .join(m.clause_mark())
      : '',
    warnings.length > 0 ? m.heed({ warnings: warnings.map((code) => word(code, 'visitWarning')).join(m.list_mark()) }) : '',
    plan?.safety ?? '',
    plan && plan.along.length > 0 ? m.plan_goes_along({ names: [plan.account, ...plan.along].join(m.list_mark()) }) : '',
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return (
    <div className={styles.warning} role="note">
      <Shape meaning="attention" />
      <div>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}
