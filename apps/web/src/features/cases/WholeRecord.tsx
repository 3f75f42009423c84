// The case from top to bottom, as it is read on paper: the same parts as in the tabs, under the same rights, one after the other.
import { useIsFetching } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useUrl } from '../../frame/url.ts';
import { m } from '../../words/index.ts';
import { AssessmentsTab } from './AssessmentsTab.tsx';
import styles from './Case.module.css';
import { Ended } from './Ended.tsx';
import { FamilyTab } from './FamilyTab.tsx';
import { FilesTab } from './FilesTab.tsx';
import { NetworkTab } from './NetworkTab.tsx';
import { PlanTab } from './PlanTab.tsx';
import type { Workspace } from './queries.ts';
import { ServicesTab } from './ServicesTab.tsx';
import { TimelineTab } from './TimelineTab.tsx';

/** All parts of the record. */
export function WholeRecord({ one, planVisible }: { one: Workspace; planVisible: boolean }) {
  const [url, setUrl] = useUrl('print');
  const asking = useIsFetching();
  const asked = url.print === 'now' && asking === 0;
  // The window of the printer opens when everything on the page is there.
  useEffect(() => {
    if (!asked) return;
    setUrl({ print: undefined }, true);
    window.print();
  }, [asked, setUrl]);
  const parts = [
    { name: m.tab_family(), part: <FamilyTab one={one} /> },
    { name: m.tab_assessments(), part: <AssessmentsTab one={one} /> },
    { name: m.tab_plan(), part: <PlanTab one={one} visible={planVisible} /> },
    { name: m.tab_services(), part: <ServicesTab one={one} /> },
    { name: m.tab_network(), part: <NetworkTab one={one} /> },
    { name: m.tab_files(), part: <FilesTab one={one} /> },
    { name: m.tab_timeline(), part: <TimelineTab one={one} /> },
  ];
  return (
    <>
      <Ended one={one} />
      {parts.map(({ name, part }) => (
        <section key={name} className={styles.part} aria-label={name}>
          <h2 className={styles.partHead}>{name}</h2>
          {part}
        </section>
      ))}
    </>
  );
}
