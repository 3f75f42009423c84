// A file comes into a case in two steps, each safe to do again: it is kept, then the case records it. A newer version of the case is no reason to lose it.
import type { InputOf } from '@anwang/contract';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { readProblem } from '../../client/problem.ts';
import { chosenPurpose } from '../../session/purpose.ts';
import { say } from '../../ui/toast.tsx';
import { sendFile } from '../../uploads/send-file.ts';
import type { Work } from '../../uploads/uploads.ts';
import { m } from '../../words/index.ts';
import type { Workspace } from './queries.ts';

type Kept = { readonly id: string };
const isKept = (answer: unknown): answer is Kept => typeof answer === 'object' && answer !== null && 'id' in answer;

/** What is done with each file that is added to the case. */
export function addFile(client: QueryClient, caseId: string): Work {
  // By key: what has been kept already, and on which version of the case its record was last based, so that trying again repeats and does not double.
  const done = new Map<string, { fileId: string; version: number }>();
  const record = async (file: File, key: string): Promise<void> => {
    const step = done.get(key);
    if (step === undefined) return;
    const command: InputOf<'cases', 'act'>['command'] = { type: 'attachFile', fileId: step.fileId, title: file.name };
    try {
      const { version, status, allowed, closed } = await api.cases.act(
        { caseId, version: step.version, command },
        { context: { key: `${key}.${step.version}` } },
      );
      client.setQueryData<Workspace>(['cases', caseId], (old) => (old ? { ...old, version, status, allowed, closed } : old));
    } catch (error) {
      const { code, facts } = readProblem(error);
      if (code !== 'versionConflict' || typeof facts.current !== 'number' || facts.current === step.version) throw error;
      done.set(key, { ...step, version: facts.current });
      await record(file, key);
    }
  };
  return async (file, { key, onSent, signal }) => {
    if (!done.has(key)) {
      const query = new URLSearchParams({ ownerKind: 'case', ownerId: caseId, name: file.name });
      const purpose = chosenPurpose();
      const headers: Record<string, string> = purpose === undefined ? {} : { purpose };
      const kept = await sendFile({ url: `/api/files?${query}`, file, key, onSent, signal, headers });
      if (!isKept(kept)) throw new TypeError('unreadable answer');
      const version = client.getQueryData<Workspace>(['cases', caseId])?.version ?? 0;
      done.set(key, { fileId: kept.id, version });
    }
    onSent(file.size);
    await record(file, key);
    done.delete(key);
    say(m.file_added({ name: file.name }));
    await client.invalidateQueries({ queryKey: ['cases', caseId] });
  };
}
