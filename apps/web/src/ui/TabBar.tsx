// Tabs whose choice lives in the URL: links, not buttons, so that each can be opened, kept and sent.
import { Link } from '@tanstack/react-router';
import styles from './TabBar.module.css';

type TabItem = { id: string; label: string; count?: number | null | undefined };

type Props = { label: string; tabs: readonly TabItem[]; current: string; param?: string };

/** A bar of links that set one search parameter of the present page. */
export function TabBar({ label, tabs, current, param = 'tab' }: Props) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.id}
          to="."
          search={(old: Record<string, unknown>) => ({ ...old, [param]: tab.id })}
          className={tab.id === current ? styles.on : undefined}
          aria-current={tab.id === current ? 'page' : undefined}
        >
          {tab.label}
          {tab.count != null && <i>{tab.count}</i>}
        </Link>
      ))}
    </nav>
  );
}

/** The same as a small segmented switch. */
export function Segments({ label, tabs, current, param = 'tab' }: Props) {
  return (
    <nav className={styles.segments} aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.id}
          to="."
          search={(old: Record<string, unknown>) => ({ ...old, [param]: tab.id })}
          className={tab.id === current ? styles.on : undefined}
          aria-current={tab.id === current ? 'page' : undefined}
        >
          {tab.label}
          {tab.count != null && ` ${tab.count}`}
        </Link>
      ))}
    </nav>
  );
}
