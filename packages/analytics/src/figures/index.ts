export { lastMonths, type MonthSpan, momentsOf } from './months.ts';
export { type CountedCell, type FigureTable, figureTable, type ShownFigure } from './table.ts';
