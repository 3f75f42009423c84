// Indicators: cards with value, target, direction and trend; one of them by month and district with its definition; and the exact cases behind a number.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useUrl } from '../../frame/url.ts';
import { may, useMe } from '../../session/me.ts';
import { MonthInput } from '../../ui/MonthInput.tsx';
import { PaneHead } from '../../ui/Section.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { Empty, NoPermission, Skeleton } from '../../ui/states.tsx';
import { formatFigure, formatTarget, standingOf } from '../../words/figures.ts';
import { formatMoment, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { CasesBehind } from './CasesBehind.tsx';
import { ExportLink } from './ExportLink.tsx';
import { MeasureDetail } from './MeasureDetail.tsx';
import styles from './Measures.module.css';
import { Sparkline } from './Sparkline.tsx';

type List = Awaited<ReturnType<typeof api.measures.list>>;
type Card = List['measures'][number];

/** The measures page. */
export function MeasuresPage() {
  const me = useMe();
  if (!may(me, 'measure.read'))
    return (
      <div className="page">
        <h1 className="vh">{m.room_measures()}</h1>
        <NoPermission />
      </div>
    );
  // A figure opens for who may read what is behind it: an analyst sees counts, and no way to rows that are not there for him.
  return <Measures canOpen={may(me, 'measure.open') && may(me, 'case.read', 'report.read')} />;
}

function Measures({ canOpen }: { canOpen: boolean }) {
  const [url, setUrl] = useUrl('measure', 'from', 'to', 'district', 'part');
  // An address may say it the wrong way round: what lies between the two months is meant all the same.
  const [from, to] = url.from && url.to && url.from > url.to ? [url.to, url.from] : [url.from, url.to];
  const span = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const list = useQuery({ queryKey: ['measures', span], queryFn: () => api.measures.list(span), staleTime: 60_000 });
  const periods = useQuery({ queryKey: ['measures', 'periods'], queryFn: () => api.measures.periods({}), staleTime: 600_000 });
  const current = url.measure ?? list.data?.measures[0]?.id;
  return (
    <div className={`${styles.page} ${canOpen && url.part ? styles.withCases : ''}`} data-print="flow">
      <section className={styles.cards} aria-label={m.room_measures()}>
        <PaneHead
          level={1}
          title={m.room_measures()}
          note={list.data ? m.computed_at({ time: formatMoment(list.data.computedAt) }) : ''}
          end={<ExportLink span={span} />}
        />
        <div className={styles.span}>
          {(['from', 'to'] as const).map((end) => (
            <MonthInput
              key={end}
              label={end === 'from' ? m.month_from() : m.month_to()}
              value={(end === 'from' ? from : to) ?? ''}
              empty={end === 'from' ? m.month_default() : m.month_newest()}
              // A span ends after it begins: what would turn it round is not offered.
              first={(end === 'to' && from) || (periods.data?.first ?? null)}
              last={(end === 'from' && to) || (periods.data?.last ?? null)}
              onChange={(month) => setUrl({ from, to, [end]: month }, true)}
            />
          ))}
        </div>
        {list.data && <Standings cards={list.data.measures} />}
        <Shown query={list}>
          {(data) =>
            data.measures.length === 0 ? (
              <Empty title={m.measures_none()}>{m.measures_none_more()}</Empty>
            ) : (
              <ul>
                {data.measures.map((card) => (
                  <MeasureCard key={card.id} card={card} on={card.id === current} />
                ))}
              </ul>
            )
          }
        </Shown>
      </section>
      <section className={styles.detail} aria-label={m.measure_detail()}>
        {current ? (
          <MeasureDetail key={current} measureId={current} span={span} canOpen={canOpen} />
        ) : (
          list.isPending && <Skeleton lines={8} />
        )}
      </section>
      {canOpen && url.part && current && (
        <CasesBehind
          measureId={current}
          span={span}
          part={url.part === 'denominator' || url.part === 'missed' ? url.part : 'numerator'}
          district={url.district}
        />
      )}
    </div>
  );
}

/** How many of them fall behind, or come near: what a head looks for first. */
function Standings({ cards }: { cards: readonly Card[] }) {
  const counted = (['missed', 'near', 'met'] as const).flatMap((standing) => {
    const n = cards.filter((each) => each.standing === standing).length;
    return n === 0 ? [] : [{ standing, n }];
  });
  if (counted.length === 0) return null;
  return (
    <p className={styles.standings}>
      {counted.map(({ standing, n }) => {
        const [meaning, word, tone] = standingOf(standing);
        return (
          <span key={standing} className={`in ${tone}`}>
            {meaning && <Shape meaning={meaning} />}
            <b>
              {word} {n}
            </b>
          </span>
        );
      })}
    </p>
  );
}

function MeasureCard({ card, on }: { card: Card; on: boolean }) {
  const label = useLabel();
  const [meaning, word, tone] = standingOf(card.standing);
  const wholly = card.current.suppressed ? m.figure_suppressed() : undefined;
  return (
    <li>
      <Link
        to="."
        search={(old: Record<string, unknown>) => ({ ...old, measure: card.id, district: undefined, part: undefined })}
        className={`${styles.card} ${on ? styles.on : ''}`}
        aria-current={on ? 'true' : undefined}
      >
        <b className={styles.name}>{label(card.label)}</b>
        <span className={card.current.suppressed ? styles.withheld : styles.value} title={wholly}>
          {card.current.suppressed ? m.under_five() : formatFigure(card.current, card.unit)}
        </span>
        <span className={styles.target}>
          <span className={`in ${tone}`}>
            {meaning && <Shape meaning={meaning} />}
            {word}
          </span>{' '}
          {card.target && (
            <span className="i2">
              {m.target()} {formatTarget(card.target, card.unit)}
            </span>
          )}{' '}
          <span className="i3">{card.better === 'up' ? m.higher_better() : m.lower_better()}</span>
        </span>
        <Sparkline points={card.trend.map((each) => each.value)} target={card.target?.value ?? null} />
      </Link>
    </li>
  );
}
