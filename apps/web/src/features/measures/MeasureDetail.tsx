// One indicator: the line by month, what it counts, the map and table by district. Every figure that may be opened is a link to its cases.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useUrl } from '../../frame/url.ts';
import { useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { PaneHead, Section } from '../../ui/Section.tsx';
import tableStyles from '../../ui/Table.module.css';
import { formatMoment, formatMonth, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { DistrictMap } from './DistrictMap.tsx';
import { type Figure, formatFigure, formatTarget } from './figures.ts';
import styles from './Measures.module.css';
import { MonthChart } from './MonthChart.tsx';

type Detail = Awaited<ReturnType<typeof api.measures.one>>;
type Props = { measureId: string; span: { from?: string; to?: string }; canOpen: boolean };

/** The middle pane. */
export function MeasureDetail({ measureId, span, canOpen }: Props) {
  const query = useQuery({
    queryKey: ['measures', 'one', measureId, span],
    queryFn: () => api.measures.one({ measureId, ...span }),
    staleTime: 60_000,
  });
  return <Shown query={query}>{(data) => <Body data={data} canOpen={canOpen} />}</Shown>;
}

function Body({ data, canOpen }: { data: Detail; canOpen: boolean }) {
  const label = useLabel();
  const me = useMe();
  const [url, setUrl] = useUrl('district', 'part');
  const [table, setTable] = useState(false);
  const chosen = data.districts.find((each) => each.district === url.district);
  return (
    <>
      <PaneHead
        title={label(data.label)}
        note={data.basis ?? data.source}
        end={
          <Button size="small" aria-pressed={table} onClick={() => setTable(!table)}>
            {table ? m.show_chart() : m.show_table()}
          </Button>
        }
      />
      <div className={styles.top}>
        <div>
          {table ? (
            <MonthTable data={data} />
          ) : (
            <MonthChart months={data.months} target={data.target?.value ?? null} unit={data.unit} label={label(data.label)} />
          )}
        </div>
        <dl className={styles.definition}>
          <dt>{m.this_period()}</dt>
          <dd>
            <b className={styles.value}>{formatFigure(data.total, data.unit)}</b> <Parts figure={data.total} canOpen={canOpen} />
          </dd>
          <dt>{m.target()}</dt>
          <dd>
            {formatTarget(data.target, data.unit)}
            {data.target ? `（${data.target.year - 1911}）` : ''}
          </dd>
          <dt>{m.numerator()}</dt>
          <dd>{label(data.numerator)}</dd>
          <dt>{m.denominator()}</dt>
          <dd>{label(data.denominator)}</dd>
          <dt>{m.version()}</dt>
          <dd>
            {data.version}，{m.computed_at({ time: formatMoment(data.computedAt) })}
          </dd>
        </dl>
      </div>
      <div className={styles.split}>
        <div>
          <Section
            title={m.by_district()}
            end={
              chosen ? (
                <Button tone="bare" size="small" onClick={() => setUrl({ district: undefined, part: undefined })}>
                  {m.all_districts()}
                </Button>
              ) : null
            }
          />
          <DistrictMap
            county={me.county.id}
            districts={data.districts}
            chosen={url.district}
            unit={data.unit}
            onChoose={(district) => setUrl({ district })}
          />
        </div>
        <div>
          <Section title={m.district_table()} note={m.suppression_note()} />
          <table className={tableStyles.table}>
            <thead>
              <tr>
                <th scope="col">{m.district()}</th>
                <th scope="col" className="num">
                  {m.numerator_short()}
                </th>
                <th scope="col" className="num">
                  {m.denominator_short()}
                </th>
                <th scope="col" className="num">
                  {m.rate()}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.districts.map((each) => (
                <tr key={each.district} style={each.district === url.district ? { background: 'var(--teal-wash)' } : undefined}>
                  <td>
                    <button type="button" className={styles.link} onClick={() => setUrl({ district: each.district })}>
                      {label(each.name)}
                    </button>
                  </td>
                  <td className="num">
                    <Opened figure={each} part="numerator" district={each.district} canOpen={canOpen} />
                  </td>
                  <td className="num">
                    <Opened figure={each} part="denominator" district={each.district} canOpen={canOpen} />
                  </td>
                  <td className="num">{formatFigure(each, data.unit)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </>
  );
}

function Opened({
  figure,
  part,
  district,
  canOpen,
}: {
  figure: Figure;
  part: 'numerator' | 'denominator';
  district?: string;
  canOpen: boolean;
}) {
  const value = part === 'numerator' ? figure.numerator : figure.denominator;
  if (figure.suppressed || value === null) return <span className="i3">{figure.suppressed ? m.under_five() : '—'}</span>;
  if (!canOpen || value === 0) return <>{value.toLocaleString()}</>;
  return (
    <Link to="." search={(old: Record<string, unknown>) => ({ ...old, part, district })} aria-label={m.open_cases_behind({ n: value })}>
      {value.toLocaleString()}
    </Link>
  );
}

function Parts({ figure, canOpen }: { figure: Figure; canOpen: boolean }) {
  return (
    <span className="nw">
      <Opened figure={figure} part="numerator" canOpen={canOpen} />／<Opened figure={figure} part="denominator" canOpen={canOpen} />
    </span>
  );
}

function MonthTable({ data }: { data: Detail }) {
  return (
    <table className={tableStyles.table}>
      <thead>
        <tr>
          <th scope="col">{m.month()}</th>
          <th scope="col" className="num">
            {m.numerator_short()}
          </th>
          <th scope="col" className="num">
            {m.denominator_short()}
          </th>
          <th scope="col" className="num">
            {m.rate()}
          </th>
        </tr>
      </thead>
      <tbody>
        {data.months.map((each) => (
          <tr key={each.month}>
            <td>{formatMonth(each.month)}</td>
            <td className="num">{each.numerator ?? '—'}</td>
            <td className="num">{each.denominator ?? '—'}</td>
            <td className="num">{formatFigure(each, data.unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
