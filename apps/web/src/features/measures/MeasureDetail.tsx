// One indicator: the line by month, what it counts, the map and table by district. Every figure that may be opened is a link to its cases.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useUrl } from '../../frame/url.ts';
import { useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PaneHead, Section } from '../../ui/Section.tsx';
import { Segments } from '../../ui/TabBar.tsx';
import { basisWord } from '../../words/basis.ts';
import { type Figure, formatDifference, formatFigure, formatTarget } from '../../words/figures.ts';
import { formatMoment, formatMonth, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { DistrictMap } from './DistrictMap.tsx';
import { ExportLink } from './ExportLink.tsx';
import { FigureTable, Opened } from './FigureTable.tsx';
import styles from './Measures.module.css';
import { MonthChart } from './MonthChart.tsx';

type Detail = Awaited<ReturnType<typeof api.measures.one>>;
type Props = { measureId: string; span: { from?: string; to?: string }; canOpen: boolean };

/** One indicator over a span of months. */
export function useMeasure(measureId: string, span: Props['span']) {
  return useQuery({
    queryKey: ['measures', 'one', measureId, span],
    queryFn: () => api.measures.one({ measureId, ...span }),
    staleTime: 60_000,
  });
}

/** The middle pane. */
export function MeasureDetail({ measureId, span, canOpen }: Props) {
  return <Shown query={useMeasure(measureId, span)}>{(data) => <Body data={data} span={span} canOpen={canOpen} />}</Shown>;
}

function Body({ data, span, canOpen }: { data: Detail; span: Props['span']; canOpen: boolean }) {
  const label = useLabel();
  const me = useMe();
  const [url, setUrl] = useUrl('district', 'part', 'sort');
  const [table, setTable] = useState(false);
  const first = data.months[0];
  const last = data.months.at(-1);
  const chosen = data.districts.find((each) => each.district === url.district);
  const byRate = url.sort === 'rate';
  // What is not shown stands last, whichever way.
  const rows = byRate ? data.districts.toSorted((a, b) => rank(b) - rank(a)) : data.districts;
  return (
    <>
      <PaneHead
        title={label(data.label)}
        note={basisWord(data.basis ?? data.source)}
        end={
          <>
            <Button size="small" aria-pressed={table} onClick={() => setTable(!table)}>
              {table ? m.show_chart() : m.show_table()}
            </Button>
            <ExportLink measureId={data.id} span={span} />
            <Button size="small" onClick={() => window.print()}>
              <Icon name="print" />
              {m.print()}
            </Button>
          </>
        }
      />
      <div className={styles.top}>
        <div>
          {table ? (
            <FigureTable
              head={m.month()}
              unit={data.unit}
              canOpen={false}
              rows={data.months.map((each) => ({ key: each.month, name: formatMonth(each.month), figure: each }))}
            />
          ) : (
            <MonthChart months={data.months} target={data.target?.value ?? null} unit={data.unit} label={label(data.label)} />
          )}
        </div>
        <dl className={styles.definition}>
          <dt>{m.this_period()}</dt>
          <dd>
            <b className={styles.value}>{formatFigure(data.total, data.unit)}</b> <Parts figure={data.total} canOpen={canOpen} />
            {first && last && (
              <div className="i2">
                {formatMonth(first.month)}–{formatMonth(last.month)}
              </div>
            )}
          </dd>
          <dt>{m.target()}</dt>
          <dd>
            {formatTarget(data.target, data.unit)}
            {data.target ? m.target_year({ roc: data.target.year - 1911, year: data.target.year }) : ''}
          </dd>
          <dt>{m.numerator()}</dt>
          <dd>{label(data.numerator)}</dd>
          <dt>{m.denominator()}</dt>
          <dd>{label(data.denominator)}</dd>
          <dt>{m.version()}</dt>
          <dd>
            {m.version_n({ n: data.version })}
            {m.clause_mark()}
            {m.computed_at({ time: formatMoment(data.computedAt) })}
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
          {chosen && !chosen.suppressed && chosen.value !== null && (
            <p className={styles.note}>
              <b>{label(chosen.name)}</b> {formatFigure(chosen, data.unit)}
              {m.clause_mark()}
              {m.against_points({ n: formatDifference(chosen, data.total) })}
            </p>
          )}
          <DistrictMap
            county={me.county.id}
            districts={data.districts}
            chosen={url.district}
            unit={data.unit}
            onChoose={(district) => setUrl({ district })}
          />
        </div>
        <div>
          <Section
            title={m.district_table()}
            note={m.suppression_note()}
            end={
              <Segments
                label={m.order()}
                param="sort"
                current={byRate ? 'rate' : 'place'}
                tabs={[
                  { id: 'place', label: m.district() },
                  { id: 'rate', label: m.rate() },
                ]}
              />
            }
          />
          {!canOpen && (
            <p className={styles.note} data-print="no">
              <Icon name="lock" />
              {m.counts_only()}
            </p>
          )}
          <FigureTable
            head={m.district()}
            unit={data.unit}
            canOpen={canOpen}
            against={{ name: m.all_districts(), figure: data.total, head: m.against_all() }}
            rows={rows.map((each) => ({
              key: each.district,
              district: each.district,
              figure: each,
              chosen: each.district === url.district,
              name: (
                <button type="button" className={styles.link} onClick={() => setUrl({ district: each.district })}>
                  {label(each.name)}
                </button>
              ),
            }))}
          />
        </div>
      </div>
    </>
  );
}

const rank = ({ suppressed, value }: Figure): number => (suppressed || value === null ? Number.NEGATIVE_INFINITY : value);

function Parts({ figure, canOpen }: { figure: Figure; canOpen: boolean }) {
  return (
    <span className="nw">
      <Opened figure={figure} part="numerator" canOpen={canOpen} />／<Opened figure={figure} part="denominator" canOpen={canOpen} />
    </span>
  );
}
