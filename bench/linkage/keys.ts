// Our blocking keys as ready columns, so that the rival can block on them too.

import { type Engine, openDuckdb } from '@anwang/linkage/engine';
import { assemble, type ColumnRole } from '@anwang/linkage/roles';
import type { BenchData } from './data.ts';

const literal = (path: string): string => `'${path.replaceAll("'", "''")}'`;

const rolesOf = (data: BenchData): ColumnRole[] =>
  data.roles.map((entry) => {
    const at = entry.lastIndexOf('=');
    return { column: entry.slice(0, at), role: entry.slice(at + 1) as ColumnRole['role'] };
  });

const columnsOf = async (engine: Engine, data: BenchData, reader: string): Promise<Record<string, string | null>[]> => {
  const columns = [...new Set(rolesOf(data).map((r) => r.column))].map((c) => `CAST("${c}" AS VARCHAR) AS "${c}"`);
  return engine.rows(`SELECT CAST("${data.recordId}" AS VARCHAR) AS lk_id, ${columns.join(', ')} FROM ${reader}`);
};

/** Writes id and one key column per rule (`key_0`, …) as Parquet. */
export const writeKeys = async (data: BenchData, file: string, rules: readonly string[], out: string): Promise<void> => {
  const engine = await openDuckdb({ threads: 2 });
  try {
    const reader = file.endsWith('.parquet')
      ? `read_parquet(${literal(file)})`
      : `read_csv(${literal(file)}, all_varchar = true, header = true)`;
    const assembly = assemble(data.locale, rolesOf(data));
    const used = assembly.rules.filter((rule) => rules.includes(rule.id));
    const table = await engine.createTextTable('keys', ['id', ...used.map((_, i) => `key_${i}`)]);
    for (const row of await columnsOf(engine, data, reader)) {
      const facets = new Map<string, string | null>();
      for (const { id, columns, comparison } of assembly.comparisons) {
        const value = comparison.prepare(columns.map((c) => row[c] ?? null));
        const values = value === null ? [] : comparison.facetsOf(value);
        for (const [i, facet] of comparison.facets.entries()) facets.set(`${id}/${facet.id}`, values[i] ?? null);
      }
      const keys = used.map((rule) => {
        const parts = rule.parts.map((part) => facets.get(`${part.comparison}/${part.facet}`) ?? null);
        return parts.includes(null) ? null : parts.join('|');
      });
      table.append([row.lk_id ?? null, ...keys]);
    }
    await table.close();
    await engine.run(`COPY keys TO ${literal(out)} (FORMAT parquet)`);
  } finally {
    await engine.close();
  }
};
