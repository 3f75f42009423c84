// What others did in my families, the latest first: a mark of its kind, whose family, what, by whom and when; danger and a further report catch the eye.
import { Link } from '@tanstack/react-router';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PaneHead } from '../../ui/Section.tsx';
import { Empty } from '../../ui/states.tsx';
import { caseName } from '../../words/case-name.ts';
import { eventIcons } from '../../words/event-icons.ts';
import { formatMoment, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Workbench.module.css';
import type { Work } from './work.ts';

const tones: Readonly<Record<string, 'urgent' | 'attention'>> = { reportLinked: 'urgent', riskRaised: 'attention' };

/** The list. */
export function Changes({ changes }: { changes: Work['changes'] }) {
  const label = useLabel();
  return (
    <>
      <PaneHead title={m.changes()} note={m.changes_since()} end={<Link to="/notices">{m.notices()}</Link>} />
      {changes.length === 0 && <Empty title={m.changes_none()}>{m.changes_none_more()}</Empty>}
      <ul className={styles.changes}>
        {changes.map((each) => {
          const tone = tones[each.type];
          return (
            <li key={`${each.caseId}-${each.type}-${each.at}`}>
              <Icon name={eventIcons[each.type] ?? 'file'} />
              <span>
                <Link to={`/cases/${each.caseId}`}>
                  <b>{caseName(each)}</b>
                </Link>{' '}
                {label(each.label)}
              </span>
              <span>{tone && <Badge tone={tone}>{tone === 'urgent' ? m.meaning_urgent() : m.meaning_attention()}</Badge>}</span>
              <span className="i3 t-xs">
                {each.by}
                {m.clause_mark()}
                {formatMoment(each.at)}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
