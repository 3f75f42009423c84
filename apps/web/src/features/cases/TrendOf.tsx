// The trend of the instrument that was used most: its scores over time, with the numbers as a table for screen readers.
import { Section } from '../../ui/Section.tsx';
import { taipeiDay } from '../../words/dates.ts';
import { formatDate, formatMonthShort, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Case.module.css';
import type { Workspace } from './queries.ts';

type Scored = { id: string; at: string; score: number; band: string };

/** A small line of scores; nothing is drawn for fewer than two. */
export function TrendOf({ assessments }: { assessments: Workspace['assessments'] }) {
  const label = useLabel();
  const byInstrument = Map.groupBy(
    assessments.filter((each) => each.score !== null),
    (each) => each.instrument,
  );
  const [most] = [...byInstrument.values()].sort((a, b) => b.length - a.length);
  if (!most || most.length < 2) return null;
  const points: Scored[] = most
    .map((each) => ({ id: each.id, at: each.at, score: each.score ?? 0, band: label(each.bandLabel) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(-6);
  const top = Math.max(...points.map((each) => each.score), 1);
  const x = (index: number) => 20 + (index * 280) / Math.max(points.length - 1, 1);
  // Two in one month say it once: there is no room for more.
  const monthOf = (index: number) => {
    const at = points[index]?.at;
    return at === undefined ? undefined : formatMonthShort(new Date(taipeiDay(at)));
  };
  const y = (score: number) => 96 - (score / top) * 70;
  return (
    <>
      <Section as="h2" title={label(most[0]!.label)} />
      <svg
        className={styles.trend}
        viewBox="0 0 320 128"
        width="320"
        height="128"
        role="img"
        aria-label={points.map((each) => `${formatDate(each.at)} ${each.score} ${each.band}`).join(m.clause_mark())}
      >
        <path d="M12 98H308" stroke="var(--line-3)" />
        <path
          d={`M${points.map((each, index) => `${x(index)} ${y(each.score)}`).join('L')}`}
          fill="none"
          stroke="var(--teal)"
          strokeWidth="2"
        />
        {points.map((each, index) => (
          <g key={each.id}>
            <circle cx={x(index)} cy={y(each.score)} r="3.500" fill="var(--teal)" />
            <text className={styles.value} x={x(index)} y={y(each.score) - 8} textAnchor="middle">
              {each.score}
            </text>
            <text x={x(index)} y="116" textAnchor={index === 0 ? 'start' : index === points.length - 1 ? 'end' : 'middle'}>
              {monthOf(index) === monthOf(index - 1) ? '' : monthOf(index)}
            </text>
          </g>
        ))}
      </svg>
      <p className="t-xs i3 pad">{m.trend_last({ band: points.at(-1)!.band })}</p>
    </>
  );
}
