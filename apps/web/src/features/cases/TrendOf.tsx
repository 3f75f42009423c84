// The trend of the instrument that was used most: its scores over time before the areas of its bands, and its domains at opening and now; the numbers are said too.
import { type ScoreArea, scoreAreas } from '@anwang/core/assessment';
import { Link } from '@tanstack/react-router';
import { Section } from '../../ui/Section.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { taipeiDay } from '../../words/dates.ts';
import { formatDate, formatMonthShort, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Case.module.css';
import { domainChanges, mostUsed } from './domain-changes.ts';
import { useInstrument, type Workspace } from './queries.ts';

const WIDTH = 336;
const LEFT = 20;
const RIGHT = 250;
const FLOOR = 118;
const CEILING = 24;

/** Where the chart begins and ends: at nothing, and above the last limit, so that every area is seen. */
function span(scores: readonly number[], areas: readonly ScoreArea[]): { low: number; high: number } {
  const limits = areas.slice(1).map((area) => area.from);
  return { low: Math.min(0, ...scores), high: Math.max(1, ...scores, ...limits.map((limit) => Math.ceil(limit * 1.2))) };
}

/** A line of scores and the domains; nothing is drawn for fewer than two. */
export function TrendOf({ one }: { one: Pick<Workspace, 'id' | 'assessments'> }) {
  const label = useLabel();
  const used = mostUsed(one.assessments);
  const latest = used.at(-1);
  const instrument = useInstrument(latest && used.length > 1 ? { instrument: latest.instrument, version: latest.version } : undefined);
  if (latest === undefined || used.length < 2) return null;
  const points = used.slice(-6).map((each) => ({ id: each.id, at: each.at, score: each.score ?? 0, band: label(each.bandLabel) }));
  const scores = points.map((each) => each.score);
  const { low, high } = span(scores, instrument.data ? scoreAreas(instrument.data, Math.min(0, ...scores), 200) : []);
  const areas = instrument.data ? scoreAreas(instrument.data, low, high) : [];
  const worst = Math.max(...areas.map((area) => area.band.weight));
  const best = Math.min(...areas.map((area) => area.band.weight));
  const x = (index: number) => LEFT + (index * (RIGHT - LEFT - 12)) / Math.max(points.length - 1, 1);
  const y = (score: number) => FLOOR - ((score - low) / Math.max(high - low, 1)) * (FLOOR - CEILING);
  // Two in one month say it once: there is no room for more.
  const monthOf = (index: number) => {
    const at = points[index]?.at;
    return at === undefined ? undefined : formatMonthShort(new Date(taipeiDay(at)));
  };
  const said = [
    ...points.map((each) => `${formatDate(each.at)} ${each.score} ${each.band}`),
    ...areas.slice(1).map((area) => m.trend_area({ band: label(area.band.label), from: area.from })),
  ];
  return (
    <>
      <Section as="h2" title={label(latest.label)} end={<Link to={`/cases/${one.id}?tab=assessments`}>{m.trend_compare()}</Link>} />
      <svg
        className={styles.trend}
        viewBox={`0 0 ${WIDTH} 140`}
        width={WIDTH}
        height="140"
        role="img"
        aria-label={said.join(m.clause_mark())}
      >
        {areas.map((area, index) => {
          const top = index === areas.length - 1 ? CEILING - 18 : y(area.to + 1);
          const bottom = y(area.from);
          const tone = area.band.weight === worst && areas.length > 1 ? 'urg' : area.band.weight === best ? undefined : 'att';
          return (
            <g key={area.band.id + area.from}>
              {tone && <rect x={LEFT} y={top} width={RIGHT - LEFT} height={Math.max(bottom - top, 0)} fill={`var(--${tone}-wash)`} />}
              {index > 0 && <path d={`M${LEFT} ${bottom}H${RIGHT}`} stroke="var(--line-2)" strokeDasharray="2 3" />}
              <text x={RIGHT + 6} y={(top + bottom) / 2 + 4} style={tone ? { fill: `var(--${tone})` } : undefined}>
                {index > 0 ? m.trend_area_short({ band: label(area.band.label), from: area.from }) : label(area.band.label)}
              </text>
            </g>
          );
        })}
        <path d={`M${LEFT} ${FLOOR}H${RIGHT}`} stroke="var(--line-3)" />
        <path
          d={`M${points.map((each, index) => `${x(index)} ${y(each.score)}`).join('L')}`}
          fill="none"
          stroke="var(--teal)"
          strokeWidth="2"
        />
        {points.map((each, index) => (
          <g key={each.id}>
            <circle cx={x(index)} cy={y(each.score)} r="3.500" fill="var(--teal)" />
            <text className={styles.value} x={x(index)} y={y(each.score) - 8} textAnchor={index === 0 ? 'start' : 'middle'}>
              {each.score}
            </text>
            <text x={x(index)} y="136" textAnchor={index === 0 ? 'start' : index === points.length - 1 ? 'end' : 'middle'}>
              {monthOf(index) === monthOf(index - 1) ? '' : monthOf(index)}
            </text>
          </g>
        ))}
      </svg>
      <p className="t-xs i3 pad">{m.trend_last({ band: points.at(-1)?.band ?? '' })}</p>
      <Domains used={used} />
    </>
  );
}

function Domains({ used }: { used: Workspace['assessments'] }) {
  const label = useLabel();
  const domains = domainChanges(used);
  if (domains.length < 2) return null;
  const most = Math.max(1, ...domains.flatMap((each) => [each.from, each.to]));
  const worse = domains.filter((each) => each.to > each.from);
  const bar = (score: number) => ({ inlineSize: `${(Math.max(score, 0) / most) * 100}%` });
  return (
    <>
      <p className={`${styles.domainHead} t-xs i3`}>
        {m.domains_change()}
        {worse.length > 0 && (
          <span className="att in">
            <Shape meaning="attention" />
            {m.domain_worse({ domain: worse.map((each) => label(each.label)).join(m.list_mark()) })}
          </span>
        )}
      </p>
      <dl className={styles.domains}>
        {domains.map((each) => (
          <div key={each.id} data-worse={each.to > each.from || undefined}>
            <dt>{label(each.label)}</dt>
            <dd>
              <span className={styles.bars} aria-hidden="true">
                <i style={bar(each.from)} />
                <b style={bar(each.to)} />
              </span>
              <span className="num">{`${each.from} → ${each.to}`}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
