// Two people recorded in one case at once: what the other recorded, as the timeline says it under one's own rights, and what one has filled in.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../client/api.ts';
import { type ConflictLine, isConflict, linesOf, showConflict } from '../../client/conflict.ts';
import type { ProblemView } from '../../client/problem.ts';
import { useMe } from '../../session/me.ts';
import { factWords } from '../../words/fact-words.ts';
import { formatMoment, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { useCaseWords } from './case-words.ts';
import type { Workspace } from './queries.ts';

/** Takes the problem of an act; true when it was a conflict. `again` is called with the version that is there now. */
export function useCaseConflict(
  one: Workspace,
): (problem: ProblemView, yours: ConflictLine[], again: (version: number) => void) => boolean {
  const label = useLabel();
  const word = useCaseWords(one);
  const client = useQueryClient();
  const me = useMe();
  return useCallback(
    (problem, yours, again) => {
      if (!isConflict(problem)) return false;
      const { based, current } = problem.facts;
      void (async () => {
        const newest = await api.cases.timeline({ caseId: one.id, limit: 100 }).catch(() => ({ rows: [] }));
        const since = newest.rows.filter((entry) => typeof based === 'number' && entry.seq > based);
        const theirs = since.flatMap((entry) =>
          linesOf(
            [label(entry.label), [entry.text ?? '', factWords(entry.facts, word)].filter(Boolean).join('\n') || m.recorded()],
            [m.conflict_by(), `${entry.by}${m.clause_mark()}${formatMoment(entry.recordedAt)}`],
          ),
        );
        const resend = async () => {
          const fresh = await client.fetchQuery({
            queryKey: ['cases', one.id],
            queryFn: () => api.cases.one({ caseId: one.id }),
            staleTime: 0,
          });
          again(fresh.version);
        };
        const own = since.length > 0 && since.every((entry) => entry.by === me.name);
        showConflict({ theirs, yours, own, ...(typeof current === 'number' ? { again: () => void resend() } : {}) });
      })();
      return true;
    },
    [one.id, label, word, client, me.name],
  );
}
