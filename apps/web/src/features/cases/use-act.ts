// Acting on a case: what the server answers (version, stage, what is allowed now) is in force at once, so that the next act is based on it.
import type { OutputOf, SentOf } from '@anwang/contract';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import type { ProblemView } from '../../client/problem.ts';
import { useWrite } from '../../client/write.ts';
import type { Workspace } from './queries.ts';

type Options = { done?: string; onDone?: () => void; onProblem?: (problem: ProblemView) => boolean | undefined };

/** In the field a line may hang for minutes: after this an act counts as not answered, and is sent again under its key. */
const actWithinMs = 20_000;
const actInTime: typeof api.cases.act = (input, options) => api.cases.act(input, { ...options, signal: AbortSignal.timeout(actWithinMs) });

/** The write of one act. */
export function useAct(caseId: string, options: Options) {
  const client = useQueryClient();
  return useWrite<SentOf<'cases', 'act'>, OutputOf<'cases', 'act'>>(actInTime, {
    ...options,
    onDone: ({ version, status, allowed, closed }) => {
      client.setQueryData<Workspace>(['cases', caseId], (old) => (old ? { ...old, version, status, allowed, closed } : old));
      options.onDone?.();
    },
  });
}
