// The value by month against its target, drawn by Observable Plot; the same numbers stand behind the button "table".
import * as Plot from '@observablehq/plot';
import { useEffect, useRef, useState } from 'react';
import { type Figure, formatFigure, isPercent } from '../../words/figures.ts';
import { formatMonth, formatMonthShort, m } from '../../words/index.ts';
import styles from './Measures.module.css';

type Props = { months: readonly (Figure & { month: string })[]; target: number | null; unit: string; label: string };

/** A line chart; months without a figure leave a gap. */
export function MonthChart({ months, target, unit, label }: Props) {
  const place = useRef<HTMLDivElement>(null);
  // As wide as the pane: drawn larger or smaller its letters would be too.
  const [width, setWidth] = useState(420);
  useEffect(() => {
    const { current } = place;
    if (current === null) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(280, Math.round(entry.contentRect.width))));
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const said = (value: number) => formatFigure({ value, numerator: null, denominator: null, suppressed: false }, unit);
    const percent = isPercent(unit);
    const rows = months.map((each) => ({ month: new Date(`${each.month}-01T00:00:00Z`), value: each.value ?? Number.NaN }));
    const withheld = months.flatMap((each) => (each.suppressed ? [{ month: new Date(`${each.month}-01T00:00:00Z`) }] : []));
    const aim = target;
    const last = rows.findLast((each) => !Number.isNaN(each.value));
    const chart = Plot.plot({
      width,
      height: 168,
      marginLeft: 44,
      marginRight: 48,
      marginBottom: 24,
      style: { background: 'transparent', fontSize: '12px', overflow: 'visible' },
      x: { type: 'utc', label: null, ticks: 6, tickFormat: (date: Date) => formatMonthShort(date) },
      y: {
        label: null,
        grid: true,
        nice: true,
        ticks: 4,
        tickFormat: (value: number) => (percent ? `${Math.round(value * 10) / 10}%` : String(value)),
      },
      marks: [
        ...(aim === null
          ? []
          : [
              Plot.ruleY([aim], { stroke: 'var(--att)', strokeDasharray: '4 3' }),
              Plot.text([`${m.target()} ${said(aim)}`], {
                y: [aim],
                frameAnchor: 'left',
                textAnchor: 'start',
                dx: 4,
                dy: -8,
                fill: 'var(--att)',
              }),
            ]),
        // A month that is not shown is no zero: it says so in its place.
        Plot.text(withheld, { x: 'month', frameAnchor: 'bottom', text: () => m.under_five(), dy: -6, fontSize: 11, fill: 'var(--ink-3)' }),
        Plot.line(rows, { x: 'month', y: 'value', stroke: 'var(--teal)', strokeWidth: 2 }),
        Plot.dot(rows, { x: 'month', y: 'value', r: 2.5, fill: 'var(--teal)' }),
        ...(last === undefined
          ? []
          : [
              Plot.text([last], {
                x: 'month',
                y: 'value',
                text: ({ value }) => said(value),
                textAnchor: 'start',
                dx: 6,
                fontWeight: 700,
                fill: 'var(--ink)',
              }),
            ]),
      ],
    });
    chart.setAttribute('aria-hidden', 'true');
    place.current?.replaceChildren(chart);
    return () => chart.remove();
  }, [months, target, unit, width]);
  const said = months
    .filter((each) => each.value !== null)
    .slice(-3)
    .map((each) => `${formatMonth(each.month)} ${each.value}`)
    .join(m.clause_mark());
  return (
    <div className={styles.chart} role="img" aria-label={`${label}：${said}`}>
      <div ref={place} />
    </div>
  );
}
