// What is the state of my work, in the frame: counts beside the rooms and the nearest deadline of all.
import { useQuery } from '@tanstack/react-query';
import { api } from '../client/api.ts';
import { may, useMe } from '../session/me.ts';
import { caseName } from '../words/case-name.ts';
import type { NearestDeadline } from './TopBar.tsx';

type Pulse = { demo: boolean; counts: Record<string, number>; deadline: NearestDeadline };

/** Counts and nearest deadline for the signed-in person, asked every minute. */
export function usePulse(): Pulse {
  const me = useMe();
  const screens = may(me, 'report.screen');
  const reviews = may(me, 'report.review');
  const desk = screens || reviews;
  const arbitrates = may(me, 'report.arbitrate');
  const caseworker = may(me, 'case.record');
  const every = 60_000;
  const counts = useQuery({
    queryKey: ['screening', 'counts'],
    queryFn: () => api.screening.counts({}),
    enabled: desk,
    refetchInterval: every,
  });
  // The nearest clock is that of the queue one works through, not of what waits for others.
  const first = useQuery({
    queryKey: ['screening', 'first', screens],
    queryFn: async () =>
      (screens ? await api.screening.queue({ limit: 1, waitsFor: 'screening' }) : await api.review.queue({ limit: 1 })).rows[0] ?? null,
    enabled: desk,
    refetchInterval: every,
  });
  const disputes = useQuery({
    queryKey: ['dispatch', 'disputes'],
    queryFn: () => api.dispatch.disputes({ limit: 100 }),
    enabled: arbitrates,
    refetchInterval: every,
  });
  const work = useQuery({
    queryKey: ['cases', 'worklist'],
    queryFn: () => api.cases.worklist({}),
    enabled: caseworker,
    refetchInterval: every,
  });
  const referrals = useQuery({
    queryKey: ['referrals', 'waiting'],
    queryFn: () => api.referrals.list({ limit: 100, status: 'sent' }),
    enabled: may(me, 'referral.answer'),
    refetchInterval: 5 * every,
  });
  const waiting = counts.data;
  const report = first.data;
  const dispute = disputes.data?.rows[0];
  const due = work.data?.due[0];
  const deadline: NearestDeadline = report
    ? { start: report.receivedAt, due: report.nextDue, name: caseName(report), to: `/screening?report=${report.id}` }
    : dispute?.arbiterDue
      ? {
          start: dispute.sentAt,
          due: dispute.arbiterDue,
          name: caseName({ title: dispute.title, number: dispute.reportNumber }),
          to: `/arbitration?dispatch=${dispute.id}`,
        }
      : due
        ? { start: due.start, due: due.due, name: caseName(due), to: `/cases/${due.caseId}` }
        : null;
  return {
    demo: me.demo,
    counts: {
      '/screening': waiting ? (screens ? waiting.toScreen + waiting.returned : 0) + (reviews ? waiting.toReview : 0) : 0,
      '/referrals': referrals.data?.rows.length ?? 0,
      '/arbitration': disputes.data?.rows.length ?? 0,
      '/': work.data?.due.length ?? 0,
    },
    deadline,
  };
}
