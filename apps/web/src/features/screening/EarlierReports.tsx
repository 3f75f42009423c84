// Earlier reports of the same people.
import { useQuery } from '@tanstack/react-query';
import { Ladder } from '../../ui/Ladder.tsx';
import { Section } from '../../ui/Section.tsx';
import { formatDate, m } from '../../words/index.ts';
import { useConceptWords } from '../../words/label.ts';
import { earlierOf } from './queries.ts';
import styles from './Screening.module.css';

/** The list; absent when there are none. */
export function EarlierReports({ reportId }: { reportId: string }) {
  const word = useConceptWords();
  const earlier = useQuery(earlierOf(reportId));
  const reports = earlier.data?.reports ?? [];
  if (reports.length === 0) return null;
  return (
    <>
      <Section title={m.earlier_reports({ n: reports.length })} />
      <ul className={styles.lines}>
        {reports.map((each) => (
          <li key={each.id}>
            <span className="i2 nw">{formatDate(each.receivedAt)}</span>
            <span className="el">
              {word(each.channel, 'channel')} {each.grounds.map((code) => word(code, 'grounds')).join(m.list_mark())}
            </span>
            <Ladder band={each.band} />
          </li>
        ))}
      </ul>
    </>
  );
}
