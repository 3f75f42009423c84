// How does a compiled indicator reach the database? As text with parameters, in a session of the statistics actor or of the viewer; nothing is put together here.

import { CompiledQuery, sql } from 'kysely';
import type { Tx } from '../session/index.ts';

export interface FigureSpan {
  /** Null = all counties. */
  readonly county: string | null;
  readonly from: string;
  readonly until: string;
  readonly now: string;
}

/** Runs a statement of package analytics ($1 county, $2 from, $3 until, $4 now). */
export const runFigures = async <Row>(tx: Tx, statement: string, { county, from, until, now }: FigureSpan): Promise<Row[]> => {
  const values = [county, from, until, ...(statement.includes('$4') ? [now] : [])];
  return [...(await tx.executeQuery<Row>(CompiledQuery.raw(statement, values))).rows];
};

export interface FigureThing {
  readonly id: string;
  readonly number: string;
  readonly title: string | null;
  readonly district: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Of these reports or cases, the ones that this session may read, by id; what is out of reach does not exist. The caller puts on record what of them it shows. */
export const readableThings = async (
  tx: Tx,
  kind: 'case' | 'report',
  ids: readonly string[],
): Promise<ReadonlyMap<string, FigureThing>> => {
  const found =
    kind === 'case'
      ? await sql<FigureThing>`select id, number, title, district, jsonb_build_object('programme', programme, 'status', status, 'closureCode', closure_code) as facts from casework.case where id = any(${ids}::uuid[])`.execute(
          tx,
        )
      : await sql<FigureThing>`select id, number, null as title, district, jsonb_build_object('channel', channel, 'band', band, 'status', status) as facts from intake.report where id = any(${ids}::uuid[])`.execute(
          tx,
        );
  return new Map(found.rows.map((row) => [row.id, row]));
};

/** First and last month (YYYY-MM, in the zone) in which reports were received. */
export const reportMonths = async (tx: Tx, county: string | null, zone: string): Promise<{ first: string | null; last: string | null }> => {
  const { rows } = await sql<{ first: string | null; last: string | null }>`
    select to_char(min(received_at) at time zone ${zone}, 'YYYY-MM') as first, to_char(max(received_at) at time zone ${zone}, 'YYYY-MM') as last
    from intake.report where ${county === null ? sql`true` : sql`county = ${county}`}`.execute(tx);
  return rows[0] ?? { first: null, last: null };
};
