export { type FigureSpan, type FigureThing, readableThings, reportMonths, runFigures } from './run-figures.ts';
