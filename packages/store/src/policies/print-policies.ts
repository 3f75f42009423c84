// The generated files: the roles of core as rows, rights and policies of every table, then the questions these ask about grants.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '@anwang/core/access';
import { shareParts } from '@anwang/core/cases';
import { compileTable } from './compile.ts';
import type { TableRights } from './statement.ts';
import { caseworkRights } from './tables-casework.ts';
import { houseRights } from './tables-house.ts';
import { intakeRights } from './tables-intake.ts';
import { peopleRights } from './tables-people.ts';

export const allRights: readonly TableRights[] = [...houseRights, ...peopleRights, ...intakeRights, ...caseworkRights];

const head = (what: string): string => `-- Generated (npm run generate) from ${what}. Do not edit.\n\n`;

/** 020-roles.sql */
export function printRoles(): string {
  const rules = new Map<string, { row: string[]; classes: Set<string> }>();
  for (const role of Object.values(roles))
    for (const rule of role.rules)
      for (const action of rule.actions)
        for (const purpose of rule.purposes) {
          const row = [role.id, action, purpose, rule.within ?? ''];
          const held = rules.get(row.join(' ')) ?? { row, classes: new Set<string>() };
          for (const name of rule.classes) held.classes.add(name);
          rules.set(row.join(' '), held);
        }
  const values = [...rules.values()].map(
    ({ row, classes }) => `  (${row.map((word) => `'${word}'`).join(', ')}, '{${[...classes].join(',')}}')`,
  );
  const parts = Object.entries(shareParts).map(
    ([part, { classes, events }]) => `  ('${part}', '{${classes.join(',')}}', '{${events.join(',')}}')`,
  );
  return (
    `${head('the roles and share parts of core')}delete from access.rule;\ninsert into access.rule (role, action, purpose, within, classes) values\n${values.join(',\n')};\n\n` +
    `delete from access.share_part;\ninsert into access.share_part (part, classes, events) values\n${parts.join(',\n')};\n`
  );
}

/** 030-policies.sql */
export function printPolicies(): string {
  const schemas = [...new Set(allRights.map((rights) => rights.table.split('.')[0] ?? ''))].sort();
  const usage = `grant usage on schema ${schemas.join(', ')}, vault to anwang_app, anwang_worker;\ngrant usage on all sequences in schema audit, system to anwang_app, anwang_worker;\n`;
  return `${head('packages/store/src/policies/tables-*.ts')}${usage}\n${allRights.map(compileTable).join('\n\n')}\n`;
}

const asks =
  /\baccess\.(counties|districts|units|owned|may|sees|holds|cases|whole_cases|shared_events|reports|persons|alone)\('(\{[^}']*\})'(?:, '(\w+)')?\)/g;
const narrow = new Set(['cases', 'whole_cases', 'shared_events', 'reports', 'persons']);

/** The questions about an actor's grants in a text of SQL, as `kind wanted class`. */
export const questionsIn = (text: string): string[] =>
  [...text.matchAll(asks)].map(
    ([, name = '', wanted = '', dataClass = '']) => `${narrow.has(name) ? 'narrow' : name} ${wanted} ${dataClass}`,
  );

/** What the store itself asks in words of SQL, in files of SQL and in others. */
const written = (): string =>
  readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        /\.(sql|ts)$/.test(file) && !file.endsWith('.test.ts') && !file.endsWith('030-policies.sql') && !file.endsWith('050-places.sql'),
    )
    .sort()
    .map((file) => readFileSync(join(import.meta.dirname, '..', file), 'utf8'))
    .join('\n');

/** 050-places.sql: where in the kept reach of an actor each question is answered. */
export function printPlaces(): string {
  const questions = [...new Set(questionsIn(`${printPolicies()}\n${written()}`))].sort();
  const rows = questions.map(
    (question) =>
      `  (${question
        .split(' ')
        .map((word) => `'${word}'`)
        .join(', ')})`,
  );
  return (
    `${head('the policies')}delete from access.place;\ninsert into access.place (key, kind, wanted, class)\n` +
    `select access.key_of(kind, wanted, class), kind, wanted::text[], class from (values\n${rows.join(',\n')}) as asked (kind, wanted, class);\n\n` +
    '-- What was kept was worked out from the questions and rules before.\ndelete from access.entry;\n'
  );
}
