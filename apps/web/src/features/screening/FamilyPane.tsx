// The right pane: the family drawn, open cases with their workers, flags with source, basis and age, and the pairs still in doubt.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Shown } from '../../client/Shown.tsx';
import { FamilyCases } from '../../family/FamilyCases.tsx';
import { FamilyFlags } from '../../family/FamilyFlags.tsx';
import { FamilyTurns } from '../../family/FamilyTurns.tsx';
import { Genogram } from '../../genogram/Genogram.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PaneHead } from '../../ui/Section.tsx';
import { Empty } from '../../ui/states.tsx';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { Candidates } from './Candidates.tsx';
import { useDeskFamily } from './queries.ts';
import styles from './Screening.module.css';

type Props = { reportId: string; large: boolean; onLarge: (on: boolean) => void; active: number; onActive: (index: number) => void };

/** Whether the report's people are known, but to another county, whose family data this desk does not see. */
const ofOthers = ({ people, reports }: NonNullable<ReturnType<typeof useDeskFamily>['data']>): boolean =>
  people.length === 0 && reports.some((each) => each.personIds.length > 0);

/** The family picture of a report. */
export function FamilyPane({ reportId, large, onLarge, active, onActive }: Props) {
  const label = useLabel();
  const navigate = useNavigate();
  const query = useDeskFamily(reportId);
  const [opened, setOpened] = useState<ReadonlyMap<string, { label: string }>>(new Map());
  return (
    <section className={styles.family} aria-label={m.family_pane()}>
      <PaneHead
        title={m.family_pane()}
        note={query.data ? m.people_count({ n: query.data.people.length }) : ''}
        end={
          <Button size="small" keycap="G" onClick={() => onLarge(true)}>
            {m.enlarge()}
          </Button>
        }
      />
      <div className={styles.scroll}>
        <Shown query={query}>
          {(family) => (
            <>
              {family.hitsExpired && <Empty title={m.hits_expired()}>{m.hits_expired_more()}</Empty>}
              {family.people.length === 0 && !family.hitsExpired && !ofOthers(family) && (
                <Empty title={m.family_unknown()}>{family.candidates.length > 0 ? m.family_unknown_more() : m.family_nobody_known()}</Empty>
              )}
              {ofOthers(family) && <Empty title={m.family_of_others()}>{m.family_of_others_more()}</Empty>}
              <div className={styles.genogram}>
                <Genogram family={family} maxHeight={272} onPerson={(id) => void navigate({ to: `/people/${id}` })} />
              </div>
              {family.warnings.length > 0 && (
                <div className={styles.warnings}>
                  {family.warnings.map((each) => (
                    <Badge key={each.code} tone="attention">
                      {label(each.label)}
                    </Badge>
                  ))}
                </div>
              )}
              <FamilyCases cases={family.cases} people={family.people} />
              <FamilyFlags
                flags={family.flags}
                people={family.people}
                reportId={reportId}
                opened={opened}
                onOpened={(id, said) => setOpened(new Map([...opened, [id, { label: said }]]))}
              />
              <Candidates candidates={family.candidates} active={active} onActive={onActive} />
              <Dialog title={m.family_picture()} open={large} onClose={() => onLarge(false)} width="wide">
                <Genogram family={family} />
                <FamilyTurns family={family} />
              </Dialog>
            </>
          )}
        </Shown>
      </div>
    </section>
  );
}
