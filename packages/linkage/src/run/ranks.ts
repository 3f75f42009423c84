// Numbers made of what records are called, the same in any row order: to break ties, to compare sources.
import type { Engine } from '../engine/engine.ts';

/** From this many records on, only those are looked up that something asks about. */
const MANY = 250_000;

/** Ranks of records by their ids. */
export class Ranks {
  readonly #engine: Engine;
  readonly #rows: number;
  #known: Int32Array | null = null;
  #all: Promise<Int32Array> | null = null;

  /** Of less than `many` records all are looked up at once, beside whatever comes before they are asked for. */
  constructor(engine: Engine, rows: number, many = MANY) {
    this.#engine = engine;
    this.#rows = rows;
    if (rows < many || engine.dialect !== 'duckdb') this.#readAll().catch(() => {});
  }

  async all(): Promise<Rank> {
    const known = await this.#readAll();
    return (node) => known[node]!;
  }

  /** Ranks of these records, and of those that were asked about before. */
  async of(nodes: Int32Array): Promise<Rank> {
    if (this.#all !== null || nodes.length * 2 > this.#rows) return this.all();
    this.#known ??= new Int32Array(this.#rows);
    const known = this.#known;
    await this.#engine.createTable('lk_ranked', { node: nodes });
    await readInts(this.#engine, 'lk_id', ' WHERE rid IN (SELECT node FROM lk_ranked)', known);
    return (node) => known[node]!;
  }

  #readAll(): Promise<Int32Array> {
    this.#all ??= recordInts(this.#engine, this.#rows, 'lk_id');
    return this.#all;
  }
}

export type Rank = (node: number) => number;

/** A number per row made of a text column's content. */
export async function recordInts(engine: Engine, records: number, column: string): Promise<Int32Array> {
  const numbers = new Int32Array(records);
  await readInts(engine, column, '', numbers);
  return numbers;
}

async function readInts(engine: Engine, column: string, where: string, numbers: Int32Array): Promise<void> {
  // md5 is one function in both engines, so that both break ties alike.
  const digits = `substr(md5(coalesce(${column}, '')), 1, 7)`;
  const hash = engine.dialect === 'duckdb' ? `CAST(concat('0x', ${digits}) AS INTEGER)` : `CAST(conv(${digits}, 16, 10) AS INT)`;
  await engine.streamInts(`SELECT rid, ${hash} AS h FROM lk_input${where}`, ([rid, h], rows) => {
    for (let i = 0; i < rows; i++) numbers[rid![i]!] = h![i]!;
  });
}
