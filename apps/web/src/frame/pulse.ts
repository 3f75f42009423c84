// What is the state of my work, in the frame: counts beside the rooms and the nearest deadline of all.
import { useQuery } from '@tanstack/react-query';
import { api } from '../client/api.ts';
import { may, useMe } from '../session/me.ts';
import type { NearestDeadline } from './TopBar.tsx';

type Pulse = { demo: boolean; counts: Record<string, number>; deadline: NearestDeadline };

/** Counts and nearest deadline for the signed-in person, asked every minute. */
export function usePulse(): Pulse {
  const me = useMe();
  const desk = may(me, 'report.screen', 'report.review');
  const caseworker = may(me, 'case.read') && !desk;
  const counts = useQuery({
    queryKey: ['screening', 'counts'],
    queryFn: () => api.screening.counts({}),
    enabled: desk,
    refetchInterval: 60_000,
  });
  const first = useQuery({
    queryKey: ['screening', 'first'],
    queryFn: () => api.screening.queue({ limit: 1 }),
    enabled: desk,
    refetchInterval: 60_000,
  });
  const work = useQuery({
    queryKey: ['cases', 'worklist'],
    queryFn: () => api.cases.worklist({}),
    enabled: caseworker,
    refetchInterval: 60_000,
  });
  const report = first.data?.rows[0];
  const due = work.data?.due[0];
  const deadline: NearestDeadline = report
    ? { start: report.receivedAt, due: report.nextDue, name: report.title ?? report.number, to: `/screening?report=${report.id}` }
    : due
      ? { start: due.start, due: due.due, name: due.title ?? due.number, to: `/cases/${due.caseId}` }
      : null;
  return {
    demo: me.demo,
    counts: {
      '/screening': (counts.data?.toScreen ?? 0) + (counts.data?.toReview ?? 0),
      '/arbitration': counts.data?.disputed ?? 0,
      '/': work.data?.due.length ?? 0,
    },
    deadline,
  };
}
