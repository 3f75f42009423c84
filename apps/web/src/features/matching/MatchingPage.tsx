// Who is who in the index: pairs in doubt, two entries that are one, and what was decided, each decision with its way back.
import { useUrl } from '../../frame/url.ts';
import { may, useMe } from '../../session/me.ts';
import { NoPermission } from '../../ui/states.tsx';
import { TabBar } from '../../ui/TabBar.tsx';
import { m } from '../../words/index.ts';
import { DecisionsTab } from './DecisionsTab.tsx';
import styles from './Matching.module.css';
import { MergeTab } from './MergeTab.tsx';
import { PairsTab } from './PairsTab.tsx';

const tabs = [
  { id: 'pairs', label: () => m.matching_pairs(), Tab: PairsTab },
  { id: 'merge', label: () => m.matching_merge(), Tab: MergeTab },
  { id: 'decisions', label: () => m.matching_decisions(), Tab: DecisionsTab },
] as const;

/** The page of those who decide on who is who. */
export function MatchingPage() {
  const me = useMe();
  const [url] = useUrl('tab');
  const current = tabs.find((each) => each.id === url.tab) ?? tabs[0];
  if (!may(me, 'person.link'))
    return (
      <div className="page">
        <h1 className="vh">{m.room_matching()}</h1>
        <NoPermission />
      </div>
    );
  return (
    <div className={styles.page}>
      <h1 className="vh">{m.room_matching()}</h1>
      <TabBar label={m.room_matching()} current={current.id} tabs={tabs.map((each) => ({ id: each.id, label: each.label() }))} />
      <current.Tab />
    </div>
  );
}
