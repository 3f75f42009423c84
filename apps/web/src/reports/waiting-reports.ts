// Reports that wait and name somebody called so: asked beside the people, by whoever works at the desk.
import { contract } from '@anwang/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../client/api.ts';
import { mayUse, useMe } from '../session/me.ts';

/** What is found for a text; nothing where this account has no desk. */
export function useWaitingReports(text: string) {
  const me = useMe();
  const found = useQuery({
    queryKey: ['screening', 'find', text],
    queryFn: () => api.screening.find({ text }),
    enabled: text.length > 0 && mayUse(me, contract.screening.find),
    retry: false,
  });
  return text.length > 0 ? found.data : undefined;
}
