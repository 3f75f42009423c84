// From the statement to SQL: grants and row-level policies. A policy is an OR of cheap set memberships: the counties, districts and units an actor
// reaches wide (arrays, each computed once per statement), then the few things reached narrowly (a hashed set). Nothing is called per row, and where another
// thing lies is asked of the schema `placed`, which has no policies of its own.

import type { Action, DataClass } from '@anwang/core/access';
import type { Need, TableRights, Thing } from './statement.ts';

const commands = ['select', 'insert', 'update', 'delete'] as const;
type Command = (typeof commands)[number];

/** All statements for one table: enable, rights, policies. */
export function compileTable(rights: TableRights): string {
  const name = quoteTable(rights.table);
  const lines = [`-- ${rights.table} (${rights.thing.kind}, ${rights.class})`, `alter table ${name} enable row level security;`];
  lines.push(`revoke all on ${name} from anwang_app, anwang_worker;`);
  for (const command of commands) {
    const need = rights[command];
    if (!need) continue;
    const columns = need.columns ? ` (${need.columns.map((column) => `"${column}"`).join(', ')})` : '';
    lines.push(`grant ${command}${columns} on ${name} to anwang_app, anwang_worker;`);
    lines.push(policy(rights, command, need));
  }
  return lines.join('\n');
}

function policy(rights: TableRights, command: Command, need: Need): string {
  const condition = compileNeed(rights, command, need);
  const clauses =
    command === 'insert'
      ? `with check (${condition})`
      : command === 'update'
        ? `using (${condition}) with check (${condition})`
        : `using (${condition})`;
  return `create policy ${rights.table.split('.')[1]}_${command} on ${quoteTable(rights.table)} for ${command} to anwang_app, anwang_worker\n  ${clauses};`;
}

/** The condition of one command as SQL. */
function compileNeed(rights: TableRights, command: Command, need: Need): string {
  const dataClass = need.class ?? (command === 'select' ? rights.class : 'basic');
  const ways: string[] = [];
  if (need.asSuch) ways.push(`(select access.may(${list(need.asSuch)}))`);
  if (need.acts) ways.push(...reach(rights.table, rights.thing, need.acts, dataClass, need.shared));
  if (!need.asSuch && !need.acts) ways.push(...unconditional(rights.thing));
  const granted = need.and && ways.length > 0 ? [`((${ways.join(' or ')}) and ${need.and})`] : ways;
  // Before whatever looks something up for each row: for an actor of the system the answer is one for all rows.
  const cheap = granted.filter((way) => !looksUp(way));
  const systems = need.systems ? [`(select access.holds(${list(need.systems)}))`] : [];
  const all = [...cheap, ...systems, ...granted.filter(looksUp), ...(need.or ? [need.or] : [])];
  return `\n    ${all.join('\n    or ')}\n  `;
}

/** Whether a condition asks a set or a table for each row, and not only an array that was made once. */
const looksUp = (way: string): boolean => way.includes('exists (') || way.includes(' in (select');

function unconditional(thing: Thing): string[] {
  if (thing.kind === 'mine') return [`${thing.by} = (select access.actor())`];
  if (thing.kind === 'common') return ['(select access.actor()) is not null'];
  return [];
}

/**
 * Makes the question one for the row at hand, answered by an index. Without it PostgreSQL may answer it for all rows beforehand and keep them in a hash: it reads
 * every dispatch of the country to let fifty reports through.
 */
const onlyThisRow = 'offset 0';

function reach(table: string, thing: Thing, acts: readonly Action[], dataClass: DataClass, shared: Need['shared']): string[] {
  const set = (name: string): string => `(select access.${name}(${list(acts)}, '${dataClass}'))`;
  // The cast makes it an array computed once (an InitPlan); without it PostgreSQL reads a quantified subquery.
  const wide = (column: string, name: 'counties' | 'districts' | 'units' | 'owned'): string =>
    `${column} = any (${set(name)}::${name === 'units' ? 'uuid' : 'text'}[])`;
  const bare = 'bare' in thing && thing.bare === true;
  const county = wide('county', 'counties');
  const own = bare ? [] : [county];
  const parentCounty = (alias: string): string => (bare ? `${wide(`${alias}.county`, 'counties')} or ` : '');
  switch (thing.kind) {
    case 'county':
      return [county];
    case 'mine':
    case 'common':
      return unconditional(thing);
    case 'case': {
      if (!thing.by) return [county, wide('district', 'districts'), wide('unit_id', 'units'), `id in ${set('cases')}`];
      const row = quoteTable(table);
      return [
        county,
        `${thing.by} in ${set(shared === undefined ? 'cases' : 'whole_cases')}`,
        ...(shared === 'byType' ? [`(${thing.by}, type) in (select e.case_id, e.type from access.shared_events(${list(acts)}) e)`] : []),
        `exists (select from placed."case" c where c.id = ${row}.${thing.by} and (${wide('c.unit_id', 'units')} or ${wide('c.district', 'districts')}) ${onlyThisRow})`,
      ];
    }
    case 'report': {
      const id = thing.by ?? 'id';
      const row = quoteTable(table);
      const held = `exists (select from placed.report_held d where d.report_id = ${row}.${id} and ${wide('d.unit_id', 'units')} ${onlyThisRow})`;
      const narrow = [held, `${id} in ${set('reports')}`];
      if (!thing.by)
        return [county, wide('district', 'districts'), `(created_by = (select access.actor()) and ${wide('county', 'owned')})`, ...narrow];
      const parent = `exists (select from placed.report r where r.id = ${row}.${id} and (${parentCounty('r')}${wide('r.district', 'districts')} or (r.created_by = (select access.actor()) and ${wide('r.county', 'owned')})) ${onlyThisRow})`;
      return [...own, parent, ...narrow];
    }
    case 'person': {
      const id = thing.by ?? 'id';
      const row = quoteTable(table);
      const held = `exists (select from placed.person_held x where x.person_id = ${row}.${id} and ${wide('x.unit_id', 'units')} ${onlyThisRow})`;
      const narrow = [held, `${id} in ${set('persons')}`];
      if (!thing.by || thing.placed) return [county, wide('district', 'districts'), ...narrow];
      const parent = `exists (select from placed.person p where p.id = ${row}.${id} and (${parentCounty('p')}${wide('p.district', 'districts')}) ${onlyThisRow})`;
      return [...own, parent, ...narrow];
    }
  }
}

function list(words: readonly string[]): string {
  return `'{${words.join(',')}}'`;
}

function quoteTable(table: string): string {
  const [schema, name] = table.split('.');
  return `${schema}."${name}"`;
}
