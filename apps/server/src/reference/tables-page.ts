// Every table of the database and how long its rows are kept, by which rule; from the statement the store itself reads.
import { type Retention, retention } from '@anwang/store/retention';

/** How long, in words. */
function kept(rule: Retention): string {
  switch (rule.kind) {
    case 'years':
      return `${rule.years} years from \`${rule.since}\` — ${rule.basis}`;
    case 'sweep':
      return `${rule.days} days, then removed by a job — ${rule.basis}`;
    case 'withParent':
      return `as long as its row of \`${rule.parent}\``;
    case 'standing':
      return rule.why;
  }
}

/** Markdown, one row per table. */
export function tablesPage(): string {
  return [
    '# Tables and how long they are kept',
    '',
    'Generated from `packages/store/src/retention`; do not edit. Columns, keys and policies stand in `packages/store/schema.sql`. What the law keeps for years is counted by `anwang retention` when its time is over, and erased by a person’s order.',
    '',
    '| table | kept |',
    '|---|---|',
    ...Object.entries(retention).map(([table, rule]) => `| \`${table}\` | ${kept(rule)} |`),
    '',
  ].join('\n');
}
