// What was begun and not sent, the last first: an interruption at six o'clock is found again in the morning.
import type { OutputOf } from '@anwang/contract';
import { Link } from '@tanstack/react-router';
import { Icon } from '../../ui/Icon.tsx';
import { Section } from '../../ui/Section.tsx';
import { caseName } from '../../words/case-name.ts';
import { formatMoment, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Workbench.module.css';

type Draft = OutputOf<'cases', 'worklist'>['drafts'][number];

const about: Readonly<Record<string, string>> = {
  setGoal: 'goal',
  reviewGoal: 'goal',
  changeRole: 'who',
  tellHome: 'who',
  tellKin: 'who',
  takeBackFamily: 'who',
  changeVisit: 'plan',
  cancelVisit: 'plan',
};

/** The list; nothing where nothing was begun. */
export function Drafts({ drafts }: { drafts: readonly Draft[] }) {
  const label = useLabel();
  if (drafts.length === 0) return null;
  const to = (draft: Draft): string => {
    const name = about[draft.type];
    return `/cases/${draft.caseId}?act=${draft.type}${draft.about && name ? `&${name}=${draft.about}` : ''}`;
  };
  return (
    <>
      <Section as="h2" title={m.drafts_begun()} end={drafts.length} />
      <ul className={styles.changes}>
        {drafts.map((each) => (
          <li key={`${each.caseId}-${each.type}-${each.about}`}>
            <Icon name="file" />
            <span>
              <Link to={to(each)}>
                <b>{caseName(each)}</b> {label(each.label)}
              </Link>
            </span>
            <span />
            <span className="i3 t-xs">{m.draft_saved({ time: formatMoment(each.savedAt) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
