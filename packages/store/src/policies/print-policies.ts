// The generated files: the roles of core as rows, then rights and policies of every table.

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
  const parts = Object.entries(shareParts).map(([part, { classes }]) => `  ('${part}', '{${classes.join(',')}}')`);
  return (
    `${head('the roles and share parts of core')}delete from access.rule;\ninsert into access.rule (role, action, purpose, within, classes) values\n${values.join(',\n')};\n\n` +
    `delete from access.share_part;\ninsert into access.share_part (part, classes) values\n${parts.join(',\n')};\n`
  );
}

/** 030-policies.sql */
export function printPolicies(): string {
  const schemas = [...new Set(allRights.map((rights) => rights.table.split('.')[0] ?? ''))].sort();
  const usage = `grant usage on schema ${schemas.join(', ')}, vault to anwang_app, anwang_worker;\ngrant usage on all sequences in schema audit, system to anwang_app, anwang_worker;\n`;
  return `${head('packages/store/src/policies/tables-*.ts')}${usage}\n${allRights.map(compileTable).join('\n\n')}\n`;
}
