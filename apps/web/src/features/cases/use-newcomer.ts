// Somebody new is added in two steps: first those like them are asked for, then they are added, unless one of those is them.
import type { CaseCommand } from '@anwang/contract/shapes';
import { useRef, useState } from 'react';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import type { AlikeRow } from './Alike.tsx';

type Newcomer = Extract<CaseCommand, { type: 'addMember' }>;
type Options = { onNone: (command: Newcomer) => void; onFaults: (faults: Readonly<Record<string, string>>) => void };

/** Who is like the one to be added, and the command that waits for the answer. */
export function useNewcomer(caseId: string, { onNone, onFaults }: Options) {
  const [waiting, setWaiting] = useState<{ command: Newcomer; rows: readonly AlikeRow[] } | undefined>(undefined);
  const asked = useRef<Newcomer | undefined>(undefined);
  const look = useWrite((command: Newcomer) => api.cases.alike({ caseId, given: command.given! }), {
    refresh: [],
    onDone: ({ rows }) => {
      const command = asked.current;
      if (command === undefined) return;
      if (rows.length === 0) onNone(command);
      else setWaiting({ command, rows });
    },
    onProblem: (problem) => {
      onFaults(problem.fields);
      return undefined;
    },
  });
  return {
    waiting,
    busy: look.busy,
    forget: () => setWaiting(undefined),
    ask: (command: Newcomer) => {
      asked.current = command;
      look.run(command);
    },
  };
}
