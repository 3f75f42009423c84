// What the log says under a filter, as a file for whoever asked the auditor: every line with its whole ids, and at the end under which filter, by whom, when and up to which seal.
// Each page that is read for it is on record like any reading of the log.

import type { OutputOf, SentOf } from '@anwang/contract';
import { csvFile } from '@anwang/core/exports';
import { api } from '../../client/api.ts';
import { formatMoment, m } from '../../words/index.ts';
import { type LogRow, logTable } from './log-table.ts';

type Filter = Omit<SentOf<'audit', 'list'>, 'cursor' | 'limit'>;

/** More lines than these are nobody's to read in a file; a narrower filter is. */
const mostLines = 5000;

/** Reads everything under the filter and saves it. @returns how many lines, and whether there were more */
export async function exportLog(
  filter: Filter,
  words: { readonly role: (id: string | null) => string; readonly filter: string; readonly by: string },
): Promise<{ lines: number; more: boolean }> {
  const rows: LogRow[] = [];
  let cursor: string | null = '';
  while (cursor !== null && rows.length < mostLines) {
    const page: OutputOf<'audit', 'list'> = await api.audit.list({ ...filter, limit: 200, ...(cursor ? { cursor } : {}) });
    rows.push(...page.rows);
    cursor = page.next;
  }
  const state = await api.audit.state({});
  const more = cursor !== null;
  const table = [
    ...logTable(rows, words.role),
    [],
    [m.audit_export_filter(), words.filter || m.all()],
    [m.audit_export_by(), words.by, formatMoment(new Date().toISOString())],
    [m.audit_export_seal(), state.head ?? '', state.lastSealedAt ?? ''],
    ...(more ? [[m.audit_export_more({ n: rows.length })]] : []),
  ];
  const url = URL.createObjectURL(new Blob([csvFile(table)], { type: 'text/csv;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: url, download: 'audit-log.csv' }).click();
  URL.revokeObjectURL(url);
  return { lines: rows.length, more };
}
