// What is the state of my work, in the frame: counts beside the rooms and the nearest deadline of all.
import { useQuery } from '@tanstack/react-query';
import { api } from '../client/api.ts';
import { may, useMe } from '../session/me.ts';
import { caseName } from '../words/case-name.ts';
import { m } from '../words/index.ts';
import type { NearestDeadline } from './TopBar.tsx';

type Deadline = NonNullable<NearestDeadline>;

/** The one of them that ends first. */
const nearest = (all: readonly (Deadline | undefined)[]): NearestDeadline =>
  all.filter((each) => each !== undefined).toSorted((a, b) => (a.due < b.due ? -1 : 1))[0] ?? null;

type Pulse = { demo: boolean; counts: Record<string, number>; deadline: NearestDeadline };

/** Counts and nearest deadline for the signed-in person, asked every minute. */
export function usePulse(): Pulse {
  const me = useMe();
  const screens = may(me, 'report.screen');
  const reviews = may(me, 'report.review');
  const desk = screens || reviews;
  const arbitrates = may(me, 'report.arbitrate');
  const caseworker = may(me, 'case.record');
  const accepts = may(me, 'case.accept');
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
  const inbox = useQuery({
    queryKey: ['dispatch', 'inbox', 'toAccept'],
    queryFn: () => api.dispatch.inbox({ limit: 200, view: 'toAccept' }),
    enabled: accepts,
    refetchInterval: every,
  });
  const moves = useQuery({
    queryKey: ['dispatch', 'moves'],
    queryFn: () => api.dispatch.moves({}),
    enabled: accepts,
    refetchInterval: every,
  });
  const waiting = counts.data;
  const report = first.data;
  const dispute = disputes.data?.rows[0];
  const sent = inbox.data?.rows[0];
  const offered = moves.data?.rows.flatMap((row) => (row.answerDue === null ? [] : [{ ...row, due: row.answerDue }]))[0];
  const due = work.data?.due[0];
  const referral = referrals.data?.rows.toSorted((a, b) => (a.answerDue < b.answerDue ? -1 : 1))[0];
  // The queue in hand comes first, then disputes; of the work of a unit whatever ends first, be it a clock, a case sent here or a referral.
  const deadline: NearestDeadline = report
    ? { start: report.receivedAt, due: report.nextDue, name: caseName(report), to: `/screening?report=${report.id}` }
    : dispute?.arbiterDue
      ? {
          start: dispute.sentAt,
          due: dispute.arbiterDue,
          name: caseName({ title: dispute.title, number: dispute.reportNumber }),
          to: `/arbitration?dispatch=${dispute.id}`,
        }
      : // Of what is still asked for nothing is said to be the first.
        inbox.isLoading || moves.isLoading || work.isLoading || referrals.isLoading
        ? null
        : nearest([
            sent && {
              start: sent.sentAt,
              due: sent.acceptDue,
              name: caseName({ title: sent.title, number: sent.reportNumber }),
              to: `/inbox?dispatch=${sent.id}`,
            },
            offered && {
              start: offered.sentAt,
              due: offered.due,
              name: caseName(offered),
              to: `/inbox?dispatch=${offered.id}`,
            },
            due && { start: due.start, due: due.due, name: caseName(due), to: `/cases/${due.caseId}` },
            referral && {
              start: referral.sentAt,
              due: referral.answerDue,
              name: m.room_referrals(),
              to: `/referrals?referral=${referral.id}`,
            },
          ]);
  return {
    demo: me.demo,
    counts: {
      '/screening': waiting ? (screens ? waiting.toScreen + waiting.returned : 0) + (reviews ? waiting.toReview : 0) : 0,
      '/referrals': referrals.data?.rows.length ?? 0,
      '/arbitration': disputes.data?.rows.length ?? 0,
      '/inbox': (inbox.data?.rows.length ?? 0) + (moves.data?.rows.length ?? 0),
      '/': work.data?.due.length ?? 0,
    },
    deadline,
  };
}
