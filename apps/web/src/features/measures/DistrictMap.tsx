// The districts of the county by value, five steps of one colour, hatched where a figure is too small to show. The table beside it says the same.
import * as Plot from '@observablehq/plot';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Shown } from '../../client/Shown.tsx';
import { type Figure, formatFigure } from '../../words/figures.ts';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { type District, districtsOf } from './geography.ts';
import styles from './Measures.module.css';
import { stepBounds, stepOf } from './steps.ts';

type Valued = Figure & { district: string; name: { zh: string; en: string } };
type Props = {
  county: string;
  districts: readonly Valued[];
  chosen: string | undefined;
  unit: string;
  onChoose: (district: string) => void;
};

/** The map. */
export function DistrictMap(props: Props) {
  const shapes = useQuery({
    queryKey: ['geography', props.county],
    queryFn: () => districtsOf(props.county),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return <Shown query={shapes}>{(data) => <Drawn shapes={data} {...props} />}</Shown>;
}

function Drawn({ shapes, districts, chosen, unit, onChoose }: Props & { shapes: readonly District[] }) {
  const label = useLabel();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const known = districts.flatMap((each) => (each.value === null || each.suppressed ? [] : [each.value]));
    const of = (shape: District) => districts.find((each) => each.district === shape.properties.TOWNCODE);
    const fill = (shape: District) => {
      const found = of(shape);
      return found?.value === null || !found || found.suppressed ? 'url(#too-small)' : `var(--q${stepOf(found.value, known)})`;
    };
    const chart = Plot.plot({
      width: 360,
      height: 420,
      margin: 4,
      style: { background: 'transparent', fontSize: '12px' },
      color: { type: 'identity' },
      projection: { type: 'mercator', domain: { type: 'FeatureCollection', features: [...shapes] } },
      marks: [
        Plot.geo(shapes, {
          fill,
          stroke: 'var(--sheet)',
          strokeWidth: 0.8,
          title: (shape: District) => {
            const found = of(shape);
            return found ? `${label(found.name)} ${formatFigure(found, unit)}` : shape.properties.TOWNNAME;
          },
        }),
        Plot.geo(
          shapes.filter((shape) => shape.properties.TOWNCODE === chosen),
          { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.6 },
        ),
      ],
    });
    const defs = document.createElementNS('http://www.w3.org/2000/svg', 'defs');
    defs.innerHTML =
      '<pattern id="too-small" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--sunk)"/><path d="M0 0V6" stroke="var(--line-2)" stroke-width="2"/></pattern>';
    chart.prepend(defs);
    chart.setAttribute('aria-hidden', 'true');
    for (const [index, path] of [...chart.querySelectorAll('g[aria-label=geo]:first-of-type path')].entries()) {
      const shape = shapes[index];
      if (shape) path.addEventListener('click', () => onChoose(shape.properties.TOWNCODE));
    }
    place.current?.replaceChildren(chart);
    return () => chart.remove();
  }, [shapes, districts, chosen, unit, onChoose, label]);
  const known = districts.flatMap((each) => (each.value === null || each.suppressed ? [] : [each.value]));
  const said = (value: number) => formatFigure({ value, numerator: null, denominator: null, suppressed: false }, unit);
  const most = districts
    .filter((each) => each.value !== null && !each.suppressed)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .slice(0, 3);
  return (
    <div className={styles.map}>
      <div
        role="img"
        aria-label={m.map_says({ names: most.map((each) => `${label(each.name)} ${formatFigure(each, unit)}`).join(m.list_mark()) })}
      >
        <div ref={place} />
      </div>
      <p className={styles.legend}>
        {stepBounds(known).map(({ step, from, to }) => (
          <span key={step}>
            <i style={{ background: `var(--q${step})` }} />
            {from === to ? said(from) : `${said(from)}–${said(to)}`}
          </span>
        ))}
        <span>
          <i className={styles.hatched} />
          {m.figure_suppressed()}
        </span>
      </p>
    </div>
  );
}
