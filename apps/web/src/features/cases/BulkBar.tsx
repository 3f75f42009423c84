// What can be done to all chosen cases: give them one lead worker after a preview of who gets what, or take the list out as CSV.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { readProblem } from '../../client/problem.ts';
import { queryClient } from '../../client/query.ts';
import { may, useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Key } from '../../ui/Key.tsx';
import { OneOf } from '../../ui/OneOf.tsx';
import { say } from '../../ui/toast.tsx';
import { caseName } from '../../words/case-name.ts';
import { m } from '../../words/index.ts';
import { useConceptWords, useDistrictWords, useLabel } from '../../words/label.ts';
import styles from './CaseList.module.css';
import { exportCases } from './export-cases.ts';
import type { CaseRow } from './queries.ts';
import { keepReassigned, type Reassigned, undoMinutes } from './reassigned.ts';

/** The bar at the foot of the list. */
export function BulkBar({ rows, onDone }: { rows: readonly CaseRow[]; onDone: () => void }) {
  const me = useMe();
  const [assigning, setAssigning] = useState(false);
  const words = { label: useLabel(), district: useDistrictWords(), need: useConceptWords() };
  return (
    <section className={styles.bulk} aria-label={m.bulk_label()} data-print="no">
      <b>{m.bulk_chosen({ n: rows.length })}</b>
      <span className="i2 el">
        {rows
          .slice(0, 4)
          .map((row) => caseName(row))
          .join(m.list_mark())}
      </span>
      {may(me, 'case.assign') && (
        <Button size="small" onClick={() => setAssigning(true)}>
          {m.bulk_assign()}
        </Button>
      )}
      <Button size="small" onClick={() => exportCases(rows, words)}>
        {m.export_csv()}
      </Button>
      {may(me, 'case.assign') && <span className="i2 t-xs">{m.bulk_note({ minutes: undoMinutes })}</span>}
      <span className="sp" />
      <span className="row t-xs">
        <Key>J</Key>
        <Key>K</Key>
        {m.key_move()} <Key>X</Key>
        {m.key_choose()} <Key>Enter</Key>
        {m.open()} <Key>Esc</Key>
        {m.cancel()}
      </span>
      {assigning && <BulkAssign rows={rows} onClose={() => setAssigning(false)} onDone={onDone} />}
    </section>
  );
}

function BulkAssign({ rows, onClose, onDone }: { rows: readonly CaseRow[]; onClose: () => void; onDone: () => void }) {
  const [worker, setWorker] = useState('');
  const [reason, setReason] = useState('');
  const label = useLabel();
  const [busy, setBusy] = useState(false);
  const first = rows[0];
  const workers = useQuery({
    queryKey: ['cases', first?.id, 'workers'],
    queryFn: () => api.cases.workers({ caseId: first!.id }),
    enabled: first !== undefined,
  });
  // Who has no lead yet is given one, for which nobody asks why.
  const leads = rows.some((row) => row.leadId !== null);
  const own = (workers.data?.workers ?? []).filter((each) => each.mayLead);
  const assign = async (row: CaseRow, workerId: string): Promise<Reassigned | string> => {
    try {
      const command = row.leadId ? ({ type: 'handOverLead', workerId, reason } as const) : ({ type: 'assignWorker', workerId } as const);
      const { version } = await api.cases.act({ caseId: row.id, version: row.version, command });
      return { caseId: row.id, number: row.number, name: row.title ?? m.unnamed(), version, from: row.leadId };
    } catch (error) {
      return `${row.number}：${readProblem(error).sentence}`;
    }
  };
  const run = async () => {
    setBusy(true);
    const failed: string[] = [];
    const made: Reassigned[] = [];
    // Whoever leads a case already keeps it: there is nothing to write.
    for (const row of rows.filter((each) => each.leadId !== worker)) {
      const answer = await assign(row, worker);
      if (typeof answer === 'string') failed.push(answer);
      else made.push(answer);
    }
    if (made.length > 0) keepReassigned({ at: Date.now(), rows: made });
    await queryClient.invalidateQueries({ queryKey: ['cases'] });
    for (const problem of failed) say(problem, 'failed');
    onDone();
  };
  return (
    <Dialog
      title={m.bulk_assign()}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button tone="primary" busy={busy} disabled={worker === '' || (leads && reason === '')} onClick={() => void run()}>
            {m.confirm()}
          </Button>
        </>
      }
    >
      <OneOf
        label={m.lead()}
        value={worker}
        onChange={setWorker}
        choices={own.map((each) => ({
          value: each.id,
          label: each.name,
          ...(each.openCases === null ? {} : { note: m.open_count({ n: each.openCases }) }),
        }))}
      />
      {leads && (
        <OneOf
          label={m.reason()}
          value={reason}
          onChange={setReason}
          choices={(workers.data?.reasons ?? []).map((each) => ({ value: each.code, label: label(each.label) }))}
        />
      )}
      <ul className="t-s">
        {rows.map((row) => (
          <li key={row.id}>
            {row.title ?? m.unnamed()} {row.number}：{row.leadName ?? m.not_assigned()} →{' '}
            {worker !== '' && row.leadId === worker ? m.lead_stays() : (own.find((each) => each.id === worker)?.name ?? '…')}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
