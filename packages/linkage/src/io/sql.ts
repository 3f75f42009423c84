// How are names and texts written in either dialect, whatever they hold?

import type { Engine } from '../engine/index.ts';

/** A column or table name. */
export const name = (engine: Pick<Engine, 'dialect'>, text: string): string =>
  engine.dialect === 'duckdb' ? `"${text.replaceAll('"', '""')}"` : `\`${text.replaceAll('`', '``')}\``;

/** A text literal without escapes (paths, ids); DuckDB and Spark with its default parser setting. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
