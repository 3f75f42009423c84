// The way back from a bulk change of leads: one press within a few minutes. A case in which something happened since, or that nobody led before, stays as it is and is said.
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { readProblem } from '../../client/problem.ts';
import { queryClient } from '../../client/query.ts';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/now.ts';
import { say } from '../../ui/toast.tsx';
import { formatTime, m } from '../../words/index.ts';
import styles from './CaseList.module.css';
import { keepReassigned, type Reassigned, undoMinutes, useReassigned } from './reassigned.ts';

async function takeBack(row: Reassigned): Promise<string | undefined> {
  if (row.from === null) return m.bulk_undo_no_lead({ name: row.name, number: row.number });
  try {
    await api.cases.act({
      caseId: row.caseId,
      version: row.version,
      command: { type: 'handOverLead', workerId: row.from, reason: 'takenBack' },
    });
    return undefined;
  } catch (error) {
    const problem = readProblem(error);
    return problem.code === 'versionConflict'
      ? m.bulk_undo_moved({ name: row.name, number: row.number })
      : `${row.name} ${row.number}：${problem.sentence}`;
  }
}

/** The bar; nothing where nothing may be taken back. */
export function UndoReassign() {
  const kept = useReassigned(useNow());
  const [busy, setBusy] = useState(false);
  if (kept === null) return null;
  const run = async () => {
    setBusy(true);
    const refused: string[] = [];
    for (const row of kept.rows) {
      const problem = await takeBack(row);
      if (problem) refused.push(problem);
    }
    keepReassigned(null);
    setBusy(false);
    await queryClient.invalidateQueries({ queryKey: ['cases'] });
    if (kept.rows.length > refused.length) say(m.bulk_undone({ n: kept.rows.length - refused.length }));
    for (const problem of refused) say(problem, 'failed');
  };
  return (
    <section className={styles.bulk} aria-label={m.bulk_undo()} data-print="no">
      <span>{m.bulk_assigned({ n: kept.rows.length })}</span>
      <Button size="small" busy={busy} onClick={() => void run()}>
        {m.bulk_undo()}
      </Button>
      <span className="i2 t-xs">{m.bulk_undo_until({ time: formatTime(new Date(kept.at + undoMinutes * 60_000).toISOString()) })}</span>
    </section>
  );
}
