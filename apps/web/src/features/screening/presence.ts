// Two screeners are never on one report unawares: opening says so to the others, leaving takes it back.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../client/api.ts';

/** Who else has this report open; tells them that this person has. */
export function usePresence(reportId: string, doing: 'screening' | 'reviewing' | 'reading') {
  const others = useQuery({
    queryKey: ['screening', 'presence', reportId, doing],
    queryFn: () => api.screening.attend({ reportId, doing }),
    enabled: reportId !== '',
    refetchInterval: 20_000,
    retry: false,
  });
  useEffect(() => {
    if (reportId === '') return;
    return () => void api.screening.leave({ reportId }).catch(() => undefined);
  }, [reportId]);
  return others.data?.others ?? [];
}
