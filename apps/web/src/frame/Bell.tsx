// The bell in the top bar: how many notices wait unread, asked twice a minute; it leads to the page of them.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../client/api.ts';
import { may, useMe } from '../session/me.ts';
import { Icon } from '../ui/Icon.tsx';
import { m } from '../words/index.ts';
import styles from './Bell.module.css';

/** The count as it is said: nobody counts to more than 99. */
const said = (count: number): string => (count > 99 ? '99+' : String(count));

/** The bell. */
export function Bell() {
  // Whoever has no role yet, or none any more, is told nothing: notices are read by right of a role.
  const mine = may(useMe(), 'account.self');
  const count = useQuery({ queryKey: ['notices', 'count'], queryFn: () => api.notices.count({}), refetchInterval: 30_000, enabled: mine });
  const { unread, urgent } = count.data ?? { unread: 0, urgent: 0 };
  if (!mine) return null;
  return (
    <Link
      to="/notices"
      className={styles.bell}
      aria-label={unread > 0 ? m.notices_unread({ n: said(unread), urgent: said(urgent) }) : m.notices()}
      data-urgent={urgent > 0 || undefined}
    >
      <Icon name="bell" />
      {unread > 0 && <em aria-hidden="true">{said(unread)}</em>}
    </Link>
  );
}
