// The figures of an indicator: computed by the statistics actor, the same for every viewer, kept for a minute so that a page of indicators costs one computation.

import {
  type CountedCell,
  type FigureTable,
  figureTable,
  lastMonths,
  type MonthSpan,
  momentsOf,
  spanTable,
  windowsOf,
} from '@anwang/analytics';
import type { Measure } from '@anwang/core/measures';
import { taipei } from '@anwang/core/time';
import { systemActors } from '@anwang/store/access';
import { type FigureSpan, runFigures } from '@anwang/store/figures';
import type { Call } from '../../http/call.ts';
import type { Statements } from './statements.ts';

const KEPT_MS = 60_000;
const KEPT_MOST = 200;
const kept = new WeakMap<object, Map<string, { at: number; table: Promise<FigureTable> }>>();

export interface SpanInput {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly county?: string | undefined;
}

/** The span asked for: the last twelve months unless said, the viewer's county unless another or a national viewer. */
export const spanOf = (input: SpanInput, call: Call): { months: MonthSpan; span: FigureSpan } => {
  const usual = lastMonths(call.now, taipei, 12);
  const months = {
    from: input.from ?? usual.from,
    to: input.to ?? (input.from !== undefined && input.from > usual.to ? input.from : usual.to),
  };
  const { from, until } = momentsOf(months, taipei);
  return { months, span: { county: input.county ?? call.actor.county, from, until, now: call.now } };
};

/** Counted cells of an indicator, as the statistics actor. */
const countCells = ({ cells }: Statements, span: FigureSpan, call: Call): Promise<CountedCell[]> =>
  call.house.store.withActor(systemActors.statistics, 'statistics', { route: call.route }, (tx) =>
    runFigures<CountedCell>(tx, cells, span),
  );

export interface Member {
  readonly id: string;
  readonly district: string | null;
  readonly month: string;
  readonly at: string;
  readonly met: boolean;
}

/** The rows behind an indicator, as the statistics actor: ids that are shown only as far as the viewer may read them. */
export const findMembers = ({ members }: Statements, span: FigureSpan, call: Call): Promise<Member[]> =>
  call.house.store.withActor(systemActors.statistics, 'statistics', { route: call.route }, (tx) => runFigures<Member>(tx, members, span));

/** The table of one fixed window with small numbers suppressed. */
const windowTable = (statements: Statements, months: MonthSpan, county: string | null, call: Call): Promise<FigureTable> => {
  const mine = kept.get(call.house.store) ?? new Map<string, { at: number; table: Promise<FigureTable> }>();
  kept.set(call.house.store, mine);
  const key = `${statements.measure.id} ${county} ${months.from} ${months.to}`;
  const found = mine.get(key);
  const now = Date.parse(call.now);
  if (found !== undefined && Math.abs(now - found.at) < KEPT_MS) return found.table;
  const table = countCells(statements, { county, ...momentsOf(months, taipei), now: call.now }, call).then(figureTable);
  if (mine.size >= KEPT_MOST) mine.clear();
  mine.set(key, { at: now, table });
  // A failed computation must be tried again at once.
  table.catch(() => mine.delete(key));
  return table;
};

/**
 * The table of an indicator for a span: put together from fixed windows, so that no two spans differ by a small number.
 * Each window is counted in a session of its own: to be asked for before the caller opens one, never inside it.
 */
export const computeTable = async (statements: Statements, months: MonthSpan, county: string | null, call: Call): Promise<FigureTable> => {
  const windows = windowsOf(months, call.now, taipei);
  const tables = await Promise.all(windows.map((window) => windowTable(statements, window, county, call)));
  return spanTable(
    tables.map((table, at) => ({ months: windows[at] ?? months, table })),
    months,
  );
};

/** The tables of some indicators, one after the other, so that a page of them does not take every connection there is. */
export const computeTables = async (
  all: readonly Statements[],
  months: MonthSpan,
  county: string | null,
  call: Call,
): Promise<{ readonly measure: Measure; readonly table: FigureTable }[]> => {
  const tables = [];
  for (const one of all) tables.push({ measure: one.measure, table: await computeTable(one, months, county, call) });
  return tables;
};
