export { lastMonths, type MonthSpan, momentsOf } from './months.ts';
export { spanTable, type Window, windowsOf } from './range.ts';
export { type CountedCell, type FigureTable, figureTable, type ShownFigure } from './table.ts';
