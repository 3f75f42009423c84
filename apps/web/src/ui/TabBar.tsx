// Tabs whose choice lives in the URL: links, not buttons, so that each can be opened, kept and sent.
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './TabBar.module.css';

type TabItem = { id: string; label: string; count?: number | string | null | undefined };

type Props = {
  label: string;
  tabs: readonly TabItem[];
  current: string;
  param?: string;
  /** The other parameters that a tab takes along; all of them unless told. */
  keeps?: readonly string[];
  /** Further links behind the tabs. */
  children?: ReactNode;
};

const kept = (old: Record<string, unknown>, keeps: readonly string[] | undefined) =>
  keeps === undefined ? old : Object.fromEntries(Object.entries(old).filter(([name]) => keeps.includes(name)));

/** Links that set one search parameter of the present page. */
function Links({
  label,
  tabs,
  current,
  param = 'tab',
  keeps,
  children,
  look,
  count,
}: Props & { look: string | undefined; count: (n: number | string) => ReactNode }) {
  // On a narrow screen the bar is pushed sideways until the present tab is seen; the page itself stays where it is.
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const [nav, on] = [bar.current, bar.current?.querySelector<HTMLElement>(`[data-tab="${current}"]`)];
    if (!nav || !on) return;
    const [left, right] = [on.offsetLeft - nav.offsetLeft, on.offsetLeft - nav.offsetLeft + on.offsetWidth];
    if (left < nav.scrollLeft || right > nav.scrollLeft + nav.clientWidth) nav.scrollLeft = left - 16;
  }, [current]);
  return (
    <nav className={look} aria-label={label} ref={bar}>
      {tabs.map((tab) => (
        <Link
          key={tab.id}
          data-tab={tab.id}
          to="."
          search={(old: Record<string, unknown>) => ({ ...kept(old, keeps), [param]: tab.id })}
          className={tab.id === current ? styles.on : undefined}
          aria-current={tab.id === current ? 'page' : undefined}
        >
          {tab.label}
          {tab.count != null && count(tab.count)}
        </Link>
      ))}
      {children}
    </nav>
  );
}

/** A bar of tabs below a heading. */
export const TabBar = (props: Props) => <Links {...props} look={styles.tabs} count={(n) => <i>{n}</i>} />;

/** The same as a small segmented switch. */
export const Segments = (props: Props) => <Links {...props} look={styles.segments} count={(n) => ` ${n}`} />;
