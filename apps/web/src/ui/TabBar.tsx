// Tabs whose choice lives in the URL: links, not buttons, so that each can be opened, kept and sent.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './TabBar.module.css';

type TabItem = { id: string; label: string; count?: number | null | undefined };

type Props = { label: string; tabs: readonly TabItem[]; current: string; param?: string };

/** Links that set one search parameter of the present page. */
function Links({
  label,
  tabs,
  current,
  param = 'tab',
  look,
  count,
}: Props & { look: string | undefined; count: (n: number) => ReactNode }) {
  return (
    <nav className={look} aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.id}
          to="."
          search={(old: Record<string, unknown>) => ({ ...old, [param]: tab.id })}
          className={tab.id === current ? styles.on : undefined}
          aria-current={tab.id === current ? 'page' : undefined}
        >
          {tab.label}
          {tab.count != null && count(tab.count)}
        </Link>
      ))}
    </nav>
  );
}

/** A bar of tabs below a heading. */
export const TabBar = (props: Props) => <Links {...props} look={styles.tabs} count={(n) => <i>{n}</i>} />;

/** The same as a small segmented switch. */
export const Segments = (props: Props) => <Links {...props} look={styles.segments} count={(n) => ` ${n}`} />;
