// The log under the present filter as a file.
import { useState } from 'react';
import { readProblem } from '../../client/problem.ts';
import { useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../ui/toast.tsx';
import { m } from '../../words/index.ts';
import { useJobTitle } from '../../words/job-title.ts';
import { exportLog } from './export-log.ts';

type Props = { filter: Parameters<typeof exportLog>[0]; words: string; off: boolean };

/** The button; a long log takes a while and says when it is there. */
export function ExportButton({ filter, words, off }: Props) {
  const me = useMe();
  const role = useJobTitle();
  const [busy, setBusy] = useState(false);
  const run = () => {
    setBusy(true);
    exportLog(filter, { role, filter: words, by: `${me.name} ${me.userName}` })
      .then(({ lines, more }) => say(more ? m.audit_exported_more({ n: lines }) : m.audit_exported({ n: lines })))
      .catch((error: unknown) => say(readProblem(error).sentence, 'failed'))
      .finally(() => setBusy(false));
  };
  return (
    <Button size="small" busy={busy} disabled={off} onClick={run}>
      {m.audit_export()}
    </Button>
  );
}
