// The settings as a page for operators, from the table the server itself reads.
import { settingRows } from '../settings.ts';

/** Markdown, one row per setting. */
export function settingsPage(): string {
  const rows = settingRows.map(
    (row) => `| \`${row.name}\` | ${row.kind} | ${row.fallback === null ? '–' : `\`${row.fallback}\``} | ${row.meaning} |`,
  );
  return [
    '# Settings of the server',
    '',
    'Generated from `apps/server/src/settings.ts`; do not edit. All are environment variables.',
    '',
    '| name | kind | default | meaning |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
