// The data dictionary as a page: every concept that can be recorded, with kind, value set, sensitivity and source, and every value set with its codes.
import type { Dictionary } from '@anwang/core/concepts';
import { conceptDictionary } from '@anwang/packs';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** Markdown: one row per concept, then one table per value set. */
export function dictionaryPage(dictionary: Dictionary = conceptDictionary): string {
  const concepts = [...dictionary.concepts.values()].map(({ id, label, value, valueSet, sensitivity, source }) =>
    row([
      `\`${id}\``,
      label.zh,
      label.en ?? label.zh,
      value,
      valueSet === undefined ? '–' : `[${valueSet}](#${valueSet.toLowerCase()})`,
      sensitivity,
      source,
    ]),
  );
  const sets = [...dictionary.valueSets.values()].flatMap(({ id, label, source, entries }) => [
    `### ${id}`,
    '',
    `${label.zh}，${label.en ?? label.zh}. Source: ${source}.`,
    '',
    '| code | zh-TW | English |',
    '|---|---|---|',
    ...entries.map((entry) => row([`\`${entry.code}\``, entry.label.zh, entry.label.en ?? entry.label.zh])),
    '',
  ]);
  return [
    '# Data dictionary 資料字典',
    '',
    'Generated from `packages/packs`; do not edit. What has no concept here cannot be asked by a form. `sensitivity` is the class of data a role must see (`packages/core/src/access`).',
    '',
    '## Concepts',
    '',
    '| id | zh-TW | English | value | value set | sensitivity | source |',
    '|---|---|---|---|---|---|---|',
    ...concepts,
    '',
    '## Value sets',
    '',
    ...sets,
  ].join('\n');
}
