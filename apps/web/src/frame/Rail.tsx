// The left rail by role; on a phone the same list lies along the foot of the screen.
import { Link, useRouterState } from '@tanstack/react-router';
import { useMe } from '../session/me.ts';
import { Icon } from '../ui/Icon.tsx';
import { m } from '../words/index.ts';
import styles from './Rail.module.css';
import { roomsOf } from './rooms.ts';

/** The main menu. */
export function Rail({ counts }: { counts: Readonly<Record<string, number>> }) {
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav className={styles.rail} aria-label={m.rail_label()} data-print="no">
      <div className={styles.mark} aria-hidden="true">
        {m.app_name()}
      </div>
      {roomsOf(me).map((room) => {
        const on = room.to === '/' ? path === '/' : path === room.to || path.startsWith(`${room.to}/`);
        const count = counts[room.to];
        return (
          <Link
            key={room.to}
            to={room.to}
            className={`${on ? styles.on : ''} ${room.end ? styles.end : ''}`}
            aria-current={on ? 'page' : undefined}
          >
            <Icon name={room.icon} />
            {count ? <em>{count > 99 ? '99+' : count}</em> : null}
            {room.name()}
          </Link>
        );
      })}
    </nav>
  );
}
