// A section head inside a pane: bold word, grey remark, and what belongs to the right.
import type { ReactNode } from 'react';
import styles from './Section.module.css';

/** The 28 px head of a section; `as` keeps the outline of headings right. */
export function Section({ title, note, end, as: Tag = 'h3' }: { title: ReactNode; note?: ReactNode; end?: ReactNode; as?: 'h2' | 'h3' }) {
  return (
    <div className={styles.section}>
      <Tag>{title}</Tag>
      {note && <span className="i3 el">{note}</span>}
      <span className="sp" />
      <span className={styles.end}>{end}</span>
    </div>
  );
}

/** The 40 px head of a pane. */
export function PaneHead({ title, note, end, level = 2 }: { title: ReactNode; note?: ReactNode; end?: ReactNode; level?: 1 | 2 }) {
  const Tag = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.pane}>
      <Tag className="el">{title}</Tag>
      {note && <span className="i3 el">{note}</span>}
      <span className="sp" />
      <span className={styles.end}>{end}</span>
    </div>
  );
}
