// On top of the record of a visit: what was said for safety when it was planned, and who goes along.
import { Shape } from '../../ui/Shape.tsx';
import { m } from '../../words/index.ts';
import styles from './Case.module.css';
import type { Workspace } from './queries.ts';

/** The notice of the plan that is met; nothing where nothing was said. */
export function BeforeVisit({ one, planId }: { one: Workspace; planId: unknown }) {
  const plan = one.planned.find((each) => each.id === planId);
  if (plan === undefined || (plan.safety === null && plan.along.length === 0)) return null;
  return (
    <p className={styles.warning} role="note">
      <Shape meaning="attention" />
      <span>
        {[plan.safety ?? '', plan.along.length > 0 ? m.plan_goes_along({ names: [plan.account, ...plan.along].join(m.list_mark()) }) : '']
          .filter(Boolean)
          .join(m.clause_mark())}
      </span>
    </p>
  );
}
