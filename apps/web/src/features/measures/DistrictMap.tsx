// The districts of the county by value, five steps of one colour, hatched where a figure is too small to show; the small ones of a city once more in a
// frame. The table beside it says the same.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Shown } from '../../client/Shown.tsx';
import { type Figure, formatFigure } from '../../words/figures.ts';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import type { District } from './district.ts';
import { districtsOf } from './geography.ts';
import styles from './Measures.module.css';
import { type Box, drawMap, type MapShape } from './map-layout.ts';
import { shortName } from './short-name.ts';
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

/** As wide as its pane: drawn larger or smaller its letters would be too. */
function useWidth() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(420);
  useEffect(() => {
    const { current } = place;
    if (current === null) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.min(620, Math.max(280, Math.round(entry.contentRect.width)))));
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return [place, width] as const;
}

/** Whether a box holds something so wide and high on either side of its middle. */
const holds = (box: Box, x: number, y: number, wide: number, high: number): boolean =>
  x - wide >= box.x && x + wide <= box.x + box.width && y - high >= box.y && y + high <= box.y + box.height;

function Drawn({ shapes, districts, chosen, unit, onChoose }: Props & { shapes: readonly District[] }) {
  const label = useLabel();
  const [place, width] = useWidth();
  const height = 440;
  // A second way, for the mouse alone, to what the table beside it offers to all.
  useEffect(() => {
    const { current } = place;
    const press = ({ target }: MouseEvent) => {
      const district = target instanceof SVGPathElement ? target.dataset.district : undefined;
      if (district !== undefined) onChoose(district);
    };
    current?.addEventListener('click', press);
    return () => current?.removeEventListener('click', press);
  }, [place, onChoose]);
  const drawn = useMemo(() => drawMap(shapes, { width, height }), [shapes, width]);
  const { inset } = drawn;
  const shown = new Map(districts.map((each) => [each.district, each]));
  const known = districts.flatMap((each) => (each.value === null || each.suppressed ? [] : [each.value]));
  const said = (value: number) => formatFigure({ value, numerator: null, denominator: null, suppressed: false }, unit);
  const step = (id: string) => {
    const found = shown.get(id);
    return !found || found.value === null || found.suppressed ? null : stepOf(found.value, known);
  };
  const area = (shape: MapShape) => {
    const found = shown.get(shape.id);
    const fill = step(shape.id);
    return (
      <path
        key={shape.id}
        d={shape.d}
        fill={fill === null ? 'url(#too-small)' : `var(--q${fill})`}
        data-district={shape.id}
        className={shape.id === chosen ? styles.chosenArea : undefined}
      >
        {found && <title>{`${label(found.name)} ${formatFigure(found, unit)}`}</title>}
      </path>
    );
  };
  // A name stands where it has room: not over the edge of the frame, and not in the part that is drawn larger there.
  const name = (shape: MapShape, within?: Box) => {
    const found = shown.get(shape.id);
    const short = found && shortName(label(found.name));
    const [x, y] = shape.at;
    if (!short || shape.room < short.width) return null;
    if (within ? !holds(within, x, y, short.width / 2 + 2, 9) : inset && holds(inset.window, x, y, 0, 0)) return null;
    const fill = step(shape.id);
    return (
      <text key={shape.id} x={x} y={y + 4} fill={`var(--q-ink-${fill !== null && fill >= 4 ? 'hi' : 'lo'})`}>
        {short.text}
      </text>
    );
  };
  // The chosen one is drawn last, so that its outline lies over its neighbours'.
  const inOrder = (all: readonly MapShape[]) => all.toSorted((a, b) => Number(a.id === chosen) - Number(b.id === chosen));
  const most = districts
    .filter((each) => each.value !== null && !each.suppressed)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .slice(0, 3);
  return (
    <div className={styles.map}>
      <div
        role="img"
        aria-label={m.map_says({ names: most.map((each) => `${label(each.name)} ${formatFigure(each, unit)}`).join(m.list_mark()) })}
        ref={place}
      >
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
          <defs>
            <pattern id="too-small" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" fill="var(--sunk)" />
              <path d="M0 0V6" stroke="var(--line-2)" strokeWidth="2" />
            </pattern>
            {inset && (
              <clipPath id="frame-of-map">
                <rect {...inset.frame} />
              </clipPath>
            )}
          </defs>
          {inOrder(drawn.shapes).map(area)}
          {drawn.shapes.map((shape) => name(shape))}
          {inset && (
            <>
              <rect className={styles.window} {...inset.window} />
              <path
                className={styles.window}
                d={`M${inset.window.x + inset.window.width} ${inset.window.y}L${inset.frame.x} ${inset.frame.y}M${inset.window.x + inset.window.width} ${inset.window.y + inset.window.height}L${inset.frame.x} ${inset.frame.y + inset.frame.height}`}
              />
              <g clipPath="url(#frame-of-map)">
                <rect {...inset.frame} fill="var(--sheet)" />
                {inOrder(inset.shapes).map(area)}
                {inset.shapes.map((shape) => name(shape, inset.frame))}
              </g>
              <rect className={styles.window} {...inset.frame} />
            </>
          )}
        </svg>
      </div>
      <p className={styles.legend}>
        {stepBounds(known).map(({ step: each, from, to }) => (
          <span key={each}>
            <i style={{ background: `var(--q${each})` }} />
            {from === to ? said(from) : `${said(from)}–${said(to)}`}
          </span>
        ))}
        <span>
          <i className={styles.hatched} />
          {m.figure_suppressed()}
        </span>
        {inset && <span>{m.map_frame()}</span>}
      </p>
    </div>
  );
}
