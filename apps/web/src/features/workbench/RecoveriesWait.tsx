// Recoveries of colleagues' sign-ins that wait for a second person; nothing where there are none.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../client/api.ts';
import { RecoveryList } from '../../recovery/RecoveryList.tsx';
import { may, useMe } from '../../session/me.ts';
import { Section } from '../../ui/Section.tsx';
import { m } from '../../words/index.ts';

/** The list with the way to the whole. */
export function RecoveriesWait() {
  const me = useMe();
  const waiting = useQuery({
    queryKey: ['recoveries', 'start'],
    queryFn: () => api.recoveries.list({ waiting: true, limit: 20 }),
    enabled: may(me, 'account.recover'),
    refetchInterval: 30_000,
  });
  const rows = waiting.data?.rows ?? [];
  return (
    <>
      {rows.length > 0 && <Section as="h2" title={m.recoveries()} end={<Link to="/recoveries">{m.all()}</Link>} />}
      <RecoveryList rows={rows} />
    </>
  );
}
