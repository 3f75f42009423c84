// Every question to the server has six states: loading, failed, offline, not allowed, not found, and the answer. This shows the right one.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Empty, Failed, NoPermission, Offline, Skeleton } from '../ui/states.tsx';
import { m } from '../words/index.ts';
import { readProblem } from './problem.ts';

type Props<T> = {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  skeleton?: ReactNode;
};

/** Renders the answer, or the state that stands in its place; what is already known stays on the screen while it is asked again. */
export function Shown<T>({ query, children, skeleton }: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.fetchStatus === 'paused') return <Offline />;
  if (query.error) {
    const problem = readProblem(query.error);
    if (problem.offline) return <Offline />;
    if (problem.status === 403) return <NoPermission why={problem.sentence} />;
    if (problem.status === 404) return <Empty title={m.state_not_found()}>{m.state_not_found_more()}</Empty>;
    return <Failed what={problem.sentence} onRetry={() => void query.refetch()} />;
  }
  return <>{skeleton ?? <Skeleton lines={6} />}</>;
}
