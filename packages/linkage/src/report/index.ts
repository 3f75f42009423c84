export { renderPage } from './page.ts';
export { parseReport, REPORT_SCHEMA_VERSION, type ReportInput, type RunReport, recallSaid, type SamplePair } from './run-report.ts';
export { describePair, fetchRows, type RowTable, samplePairs } from './samples.ts';
