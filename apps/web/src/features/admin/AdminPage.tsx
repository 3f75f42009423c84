// What a county administrator keeps without a programmer: accounts and rights, units, routes, the calendar of working days.

import { useUrl } from '../../frame/url.ts';
import { may, useMe } from '../../session/me.ts';
import { NoPermission } from '../../ui/states.tsx';
import { TabBar } from '../../ui/TabBar.tsx';
import { m } from '../../words/index.ts';
import styles from './Admin.module.css';
import { CalendarTab } from './CalendarTab.tsx';
import { RoutesTab } from './RoutesTab.tsx';
import { UnitsTab } from './UnitsTab.tsx';
import { UsersTab } from './UsersTab.tsx';

const all = [
  { id: 'users', action: 'admin.users', label: () => m.admin_users(), Tab: UsersTab },
  { id: 'units', action: 'admin.units', label: () => m.admin_units(), Tab: UnitsTab },
  { id: 'routes', action: 'admin.routes', label: () => m.admin_routes(), Tab: RoutesTab },
  { id: 'calendar', action: 'calendar.import', label: () => m.admin_calendar(), Tab: CalendarTab },
] as const;

/** The administration page. */
export function AdminPage() {
  const me = useMe();
  const [url] = useUrl('tab');
  const tabs = all.filter((each) => may(me, each.action));
  const current = tabs.find((each) => each.id === url.tab) ?? tabs[0];
  if (!current)
    return (
      <div className="page">
        <h1 className="vh">{m.room_admin()}</h1>
        <NoPermission />
      </div>
    );
  return (
    <div className={styles.page}>
      <h1 className="vh">{m.room_admin()}</h1>
      <TabBar label={m.room_admin()} current={current.id} tabs={tabs.map((each) => ({ id: each.id, label: each.label() }))} />
      <current.Tab />
    </div>
  );
}
