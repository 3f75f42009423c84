// Every use of emergency access that this person may judge or audit, judged or not: who, why, when, and what was found.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { EmergencyOutcome } from '../../log/EmergencyOutcome.tsx';
import { Button } from '../../ui/Button.tsx';
import { type ListColumn, ListTable } from '../../ui/ListTable.tsx';
import { Empty } from '../../ui/states.tsx';
import { formatMoment, m } from '../../words/index.ts';
import { thingWord } from './act-words.ts';

type Use = Awaited<ReturnType<typeof api.breakglass.list>>['rows'][number];

/** The list; `onThing` shows what the log says of the thing that was opened. */
export function EmergencyUses({ onThing }: { onThing: (kind: Use['targetKind'], id: string) => void }) {
  const uses = useInfiniteQuery({
    queryKey: ['breakglass', 'all'],
    queryFn: ({ pageParam }) => api.breakglass.list({ limit: 100, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const rows = useMemo(() => (uses.data?.pages ?? []).flatMap((page) => page.rows), [uses.data]);
  const columns = useMemo(
    (): ListColumn<Use>[] => [
      { id: 'at', header: m.audit_at(), width: 140, cell: (use) => formatMoment(use.at) },
      { id: 'who', header: m.audit_actor(), width: 132, cell: (use) => use.accountName },
      {
        id: 'what',
        header: m.audit_objects(),
        width: 160,
        cell: (use) => (
          <Button tone="bare" size="small" title={use.targetId} onClick={() => onThing(use.targetKind, use.targetId)}>
            {thingWord(use.targetKind)} {use.targetNumber ?? use.targetId.slice(-6)}
          </Button>
        ),
      },
      { id: 'reason', header: m.reason(), cell: (use) => <span title={use.reason}>{use.reason}</span> },
      { id: 'until', header: m.breakglass_until(), width: 140, cell: (use) => formatMoment(use.until) },
      { id: 'outcome', header: m.breakglass_outcome(), width: 180, cell: (use) => <EmergencyOutcome use={use} /> },
      { id: 'reviewed', header: m.breakglass_reviewed(), width: 140, cell: (use) => (use.reviewedAt ? formatMoment(use.reviewedAt) : '') },
    ],
    [onThing],
  );
  return (
    <Shown query={uses}>
      {() =>
        rows.length === 0 ? (
          <Empty title={m.breakglass_none()}>{m.breakglass_none_more()}</Empty>
        ) : (
          <ListTable<Use>
            label={m.breakglass()}
            rows={rows}
            columns={columns}
            rowId={(use) => use.id}
            rowName={(use) => `${use.accountName} ${formatMoment(use.at)}`}
            onEnd={() => uses.hasNextPage && void uses.fetchNextPage()}
          />
        )
      }
    </Shown>
  );
}
