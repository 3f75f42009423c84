// Assessments: each with score, band, parts and who judged; an override says why. Stand-in instruments are marked where they are filled in.
import { Badge } from '../../ui/Badge.tsx';
import { Section } from '../../ui/Section.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { Empty } from '../../ui/states.tsx';
import tableStyles from '../../ui/Table.module.css';
import { formatMoment, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Case.module.css';
import type { Workspace } from './queries.ts';

const momentWords = (): Record<string, string> => ({
  intake: m.moment_intake(),
  pre: m.moment_pre(),
  review: m.moment_review(),
  post: m.moment_post(),
});

/** The assessments tab. */
export function AssessmentsTab({ one }: { one: Workspace }) {
  const label = useLabel();
  if (one.assessments.length === 0) return <Empty title={m.assessments_empty()}>{m.assessments_empty_more()}</Empty>;
  return (
    <>
      {one.assessments
        .toSorted((a, b) => (a.at < b.at ? 1 : -1))
        .map((each) => (
          <article key={each.id}>
            <Section
              as="h2"
              title={label(each.label)}
              note={`${momentWords()[each.moment] ?? each.moment}${m.clause_mark()}${formatMoment(each.at)}${m.clause_mark()}${each.by}`}
              end={
                <b>
                  {each.score ?? ''} {label(each.bandLabel)}
                </b>
              }
            />
            {each.overridden && (
              <p className="pad">
                <Badge tone="attention">{m.overridden()}</Badge> {each.overrideReason}
              </p>
            )}
            {(each.flags.length > 0 || each.triggers.length > 0) && (
              <ul className={`pad ${styles.triggers}`} aria-label={m.triggers()}>
                {[...each.flags, ...each.triggers].map((one) => (
                  <li key={one.id}>
                    <Shape meaning="attention" />
                    {label(one.label)}
                  </li>
                ))}
              </ul>
            )}
            <table className={tableStyles.table}>
              <tbody>
                {each.parts.map((part) => (
                  <tr key={part.id}>
                    <td>{label(part.label)}</td>
                    <td className="num">{part.score}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {each.note && (
              <p className="pad" style={{ whiteSpace: 'pre-wrap' }}>
                {each.note}
              </p>
            )}
          </article>
        ))}
    </>
  );
}
