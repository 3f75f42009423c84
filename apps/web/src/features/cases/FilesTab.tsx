// Files of a case: a copy without metadata to download; adding one uploads it, then records it in the case.

import { ApiProblem } from '@anwang/contract/client';
import { useEffect, useId, useRef, useState } from 'react';
import { readProblem } from '../../client/problem.ts';
import { may, useMe } from '../../session/me.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Empty } from '../../ui/states.tsx';
import tableStyles from '../../ui/Table.module.css';
import { say } from '../../ui/toast.tsx';
import { formatMoment, m } from '../../words/index.ts';
import type { Workspace } from './queries.ts';
import { useAct } from './use-act.ts';

async function upload(caseId: string, file: File): Promise<{ id: string }> {
  const query = new URLSearchParams({ ownerKind: 'case', ownerId: caseId, name: file.name });
  const response = await fetch(`/api/files?${query}`, {
    method: 'POST',
    body: file,
    credentials: 'same-origin',
    headers: { 'content-type': 'application/octet-stream', 'idempotency-key': crypto.randomUUID() },
  });
  if (!response.ok) throw new ApiProblem(await response.json());
  return response.json();
}

type Props = {
  one: Workspace;
  /** Somebody asked to add a file: the chooser opens at once, and it is told that it did. */
  choosing?: boolean;
  onChosen?: () => void;
};

/** The files tab. */
export function FilesTab({ one, choosing = false, onChosen }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!choosing) return;
    chooser.current?.focus();
    chooser.current?.click();
    onChosen?.();
  }, [choosing, onChosen]);
  const me = useMe();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const attach = useAct(one.id, { done: m.file_sent() });
  const canAdd = may(me, 'file.write') && one.allowed.some((each) => each.type === 'attachFile');
  const add = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    try {
      const stored = await upload(one.id, file);
      attach.run({ caseId: one.id, version: one.version, command: { type: 'attachFile', fileId: stored.id, title: file.name } });
    } catch (error) {
      say(readProblem(error).sentence, 'failed');
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {canAdd && (
        <p className="pad row wrap" data-print="no">
          <label htmlFor={id}>{m.add_file()}</label>
          <input
            id={id}
            ref={chooser}
            type="file"
            disabled={busy}
            onChange={(event) => {
              void add(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </p>
      )}
      {one.files.length === 0 ? (
        <Empty title={m.files_empty()}>{m.files_empty_more()}</Empty>
      ) : (
        <table className={tableStyles.table}>
          <tbody>
            {one.files.map((each) => (
              <tr key={each.id}>
                <td>
                  <a href={`/api/files/${each.id}`} download={each.name}>
                    {each.name}
                  </a>
                </td>
                <td>{m.file_size({ kb: Math.ceil(each.bytes / 1024) })}</td>
                <td className="i3">
                  {formatMoment(each.at)}
                  {m.clause_mark()}
                  {each.by}
                </td>
                <td>
                  {each.scan === 'infected' ? (
                    <Badge tone="urgent">{m.scan_infected()}</Badge>
                  ) : each.scan === 'clean' ? (
                    <Badge>{m.scan_clean()}</Badge>
                  ) : (
                    <Badge>{m.scan_none()}</Badge>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
