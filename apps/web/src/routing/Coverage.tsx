// What the table of routes leaves out or leaves to load, in words.
import { routeCoverage } from '@anwang/core/screening';
import type { ReactNode } from 'react';
import { Section } from '../ui/Section.tsx';
import { m } from '../words/index.ts';
import { useLabel } from '../words/label.ts';
import styles from './Coverage.module.css';
import type { Routing } from './use-routing.ts';

/** The list of gaps, overlaps and dead ends; one sentence when there are none. `end`: what stands at the end of its head. */
export function Coverage({ routes, programmes, districts, end }: Routing & { end?: ReactNode }) {
  const label = useLabel();
  const units = new Map(
    routes.map((row) => [row.unitId, { name: label(row.unitName), open: row.unitActive && row.unitSupervised, closed: !row.unitActive }]),
  );
  const { gaps, overlaps, dead } = routeCoverage(
    routes.map((row) => ({ ...row, unit: row.unitId })),
    (unit) => units.get(unit)?.open ?? false,
    programmes.map((each) => each.value),
    districts.map((each) => each.value),
  );
  const district = (id: string) => districts.find((each) => each.value === id)?.label ?? id;
  const programme = (id: string) => programmes.find((each) => each.value === id)?.label ?? id;
  const unit = (id: string) => units.get(id)?.name ?? id;
  const place = (id: string | null) => (id === null ? m.filter_any_district() : district(id));
  const list = (all: readonly string[]) => all.join(m.list_mark());
  const lines = [
    ...gaps.map((gap) =>
      gap.everywhere
        ? m.coverage_everywhere({ programme: programme(gap.programme) })
        : m.coverage_gap({
            programme: programme(gap.programme),
            places: list(gap.districts.map((id) => (id === null ? m.coverage_unknown() : district(id)))),
          }),
    ),
    ...dead.map((row) =>
      (units.get(row.unit)?.closed ? m.coverage_dead : m.coverage_alone)({
        programme: programme(row.programme),
        place: place(row.district),
        unit: unit(row.unit),
      }),
    ),
    ...overlaps.map((one) =>
      m.coverage_overlap({ programme: programme(one.programme), place: place(one.district), units: list(one.units.map(unit)) }),
    ),
  ];
  if (districts.length === 0 || programmes.length === 0) return null;
  return (
    <section className={styles.coverage}>
      <Section as="h2" title={m.coverage_title()} end={end} />
      {lines.length === 0 ? (
        <p>{m.coverage_whole()}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
