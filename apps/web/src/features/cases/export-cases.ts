// Chosen cases as CSV for a spreadsheet.

import { csvFile } from '@anwang/core/exports';
import { bandWord } from '../../ui/Ladder.tsx';
import { statusWord } from '../../words/case-status.ts';
import { formatDate, formatMoment, m } from '../../words/index.ts';
import type { CaseRow } from './queries.ts';

/** How codes and Chinese names are said in the language of the screen. */
export type ExportWords = {
  readonly label: (label: { zh: string; en?: string | undefined } | null | undefined) => string;
  readonly district: (district: string | null) => string;
  readonly need: (code: string) => string;
};

/** The cases as lines of cells, the first of them the heads: what the list shows, in its words. */
export function caseTable(rows: readonly CaseRow[], { label, district, need }: ExportWords): string[][] {
  const columns: readonly (readonly [string, (row: CaseRow) => string])[] = [
    [m.col_number(), (row) => row.number],
    [m.col_family(), (row) => row.title ?? m.unnamed()],
    [m.programme(), (row) => label(row.programmeLabel)],
    [m.stage(), (row) => label(row.stageLabel) || statusWord(row.status)],
    [m.band_label(), (row) => (row.risk ? bandWord(row.risk) : m.unknown())],
    [m.lead(), (row) => row.leadName ?? m.not_assigned()],
    [m.district(), (row) => district(row.districtName)],
    [m.last_contact(), (row) => (row.lastContactAt ? formatDate(row.lastContactAt) : '')],
    [m.received_at(), (row) => formatDate(row.receivedAt)],
    [m.needs(), (row) => row.needs.map(need).join(m.list_mark())],
    [m.col_next(), (row) => label(row.nextRule)],
    [m.col_due(), (row) => (row.nextDue ? formatMoment(row.nextDue) : '')],
  ];
  return [columns.map(([head]) => head), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
}

/** Saves the cases as a file. */
export function exportCases(rows: readonly CaseRow[], words: ExportWords): void {
  const url = URL.createObjectURL(new Blob([csvFile(caseTable(rows, words))], { type: 'text/csv;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: url, download: 'cases.csv' }).click();
  URL.revokeObjectURL(url);
}
