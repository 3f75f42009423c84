// The lines of the log as cells of a file: what the list shows, in its words, with nothing cut off.
import type { OutputOf } from '@anwang/contract';
import { purposeWord } from '../../frame/purpose-words.ts';
import { formatMoment, m } from '../../words/index.ts';
import { actorWord, actWord, detailWords, thingWord } from './act-words.ts';

export type LogRow = OutputOf<'audit', 'list'>['rows'][number];

/** The lines, the first of them the heads. */
export function logTable(rows: readonly LogRow[], role: (id: string | null) => string): string[][] {
  const columns: readonly (readonly [string, (row: LogRow) => string])[] = [
    [m.audit_at(), (row) => formatMoment(row.at)],
    [m.audit_at_exact(), (row) => row.at],
    [m.audit_actor(), (row) => actorWord(row.actorName) ?? m.audit_system()],
    [m.audit_role(), (row) => role(row.role)],
    [m.audit_purpose(), (row) => purposeWord(row.purpose)],
    [m.audit_route(), (row) => `${actWord(row.route)} ${row.route}`],
    [m.audit_objects(), (row) => row.objects.map((each) => `${thingWord(each.kind)} ${each.number ?? ''} ${each.id}`).join(m.list_mark())],
    [m.audit_count(), (row) => String(row.resultCount ?? '')],
    [
      m.audit_reason(),
      (row) => [row.breakGlass ? m.breakglass() : '', row.reason ?? '', row.basis ? detailWords(row.basis) : ''].filter(Boolean).join(' '),
    ],
    [m.audit_sealed(), (row) => (row.sealed ? m.yes() : m.audit_not_yet())],
    [m.audit_line(), (row) => row.id],
  ];
  return [columns.map(([head]) => head), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
}
