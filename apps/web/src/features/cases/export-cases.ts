// Chosen cases as CSV for a spreadsheet: UTF-8 with a byte order mark, cells that begin like a formula are defused.

import { statusWord } from '../../words/case-status.ts';
import { formatDate, m } from '../../words/index.ts';
import type { CaseRow } from './queries.ts';

/** One CSV cell. A leading = + - @ would be run by spreadsheets; it gets an apostrophe. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Saves the cases as a file. */
export function exportCases(rows: readonly CaseRow[]): void {
  const head = [m.col_number(), m.col_family(), m.stage(), m.lead(), m.district(), m.received_at(), m.last_contact()];
  const body = rows.map((row) => [
    row.number,
    row.title ?? '',
    statusWord(row.status),
    row.leadName ?? '',
    row.districtName ?? '',
    formatDate(row.receivedAt),
    row.lastContactAt ? formatDate(row.lastContactAt) : '',
  ]);
  const text = [head, ...body].map((line) => line.map(csvCell).join(',')).join('\r\n');
  const url = URL.createObjectURL(new Blob([`\ufeff${text}`], { type: 'text/csv;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: url, download: 'cases.csv' }).click();
  URL.revokeObjectURL(url);
}
