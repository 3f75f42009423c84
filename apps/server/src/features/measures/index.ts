// Indicators: all with their trend, one by district and month, and the reports or cases behind a figure under the viewer's own rights.

import { fail, ok } from '@anwang/core/lang';
import { taipei } from '@anwang/core/time';
import { systemActors } from '@anwang/store/access';
import { reportMonths } from '@anwang/store/figures';
import type { Handlers } from '../../http/handlers.ts';
import { computeTable, computeTables, spanOf } from './compute.ts';
import { definitionOf, standingOf } from './definition.ts';
import { districtNames } from './district-names.ts';
import { exportFigures } from './export-figures.ts';
import { openFigure } from './open-figure.ts';
import { statements } from './statements.ts';

const yearOf = (month: string): number => Number(month.slice(0, 4));
const unknown = (measure: string) => fail({ code: 'measureUnknown' as const, measure });

export const measures: Handlers<'measures'> = {
  list: async (input, call) => {
    const { months, span } = spanOf(input, call);
    const year = yearOf(months.to);
    const tables = await computeTables([...statements.values()], months, span.county, call);
    const rows = tables.map(({ measure, table }) => ({
      ...definitionOf(measure, year),
      current: table.total,
      trend: [...table.months],
      standing: standingOf(measure, year, table.total.value),
    }));
    return call.within(async (tx) => {
      tx.audit({ action: 'measure.read', count: rows.length, county: span.county });
      return ok({ computedAt: call.now, measures: rows });
    });
  },
  one: async (input, call) => {
    const one = statements.get(input.measureId);
    if (one === undefined) return unknown(input.measureId);
    const { months, span } = spanOf(input, call);
    const table = await computeTable(one, months, span.county, call);
    return call.within(async (tx) => {
      const names = await districtNames(tx);
      tx.audit({ action: 'measure.read', count: table.cells.length, county: span.county, detail: { measure: input.measureId } });
      return ok({
        ...definitionOf(one.measure, yearOf(months.to)),
        computedAt: call.now,
        total: table.total,
        months: [...table.months],
        districts: table.districts.map((d) => ({ ...d, name: names(d.district) })),
        cells: [...table.cells],
      });
    });
  },
  export: exportFigures,
  open: openFigure,
  periods: async (_input, call) =>
    ok(
      await call.house.store.withActor(systemActors.statistics, 'statistics', { route: call.route }, (tx) =>
        reportMonths(tx, call.actor.county, taipei.id),
      ),
    ),
};
