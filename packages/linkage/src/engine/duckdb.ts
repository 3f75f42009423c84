// The one file that touches DuckDB (@duckdb/node-api): opening, running, and moving columns in and out as typed arrays.
// Raw vectors are read and written in place: getColumnsJS and per-item setters cost five to ten times as much (measured, linkage.md §3.1).
import type { DuckDBAppender, DuckDBConnection, DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import type { Engine, EngineOptions, TextAppender } from './engine.ts';
import { type TextColumn, TextVectorReader } from './text-column.ts';
import { Turns } from './turns.ts';

type Api = typeof import('@duckdb/node-api');

const CHUNK = 2048;

/** Opens an in-memory DuckDB (or the file `path`). Spills to `tempFolder` beyond `memoryLimit`; installs no extension. */
export async function openDuckdb(options: EngineOptions & { readonly path?: string } = {}): Promise<Engine> {
  const api = await import('@duckdb/node-api');
  const settings: Record<string, string> = { autoinstall_known_extensions: 'false', preserve_insertion_order: 'false' };
  if (options.threads !== undefined) settings.threads = String(options.threads);
  if (options.memoryLimit !== undefined) settings.memory_limit = options.memoryLimit;
  if (options.tempFolder !== undefined) settings.temp_directory = options.tempFolder;
  const instance = await api.DuckDBInstance.create(options.path ?? ':memory:', settings);
  return new Duckdb(api, instance, await instance.connect());
}

class Duckdb implements Engine {
  readonly dialect = 'duckdb';
  readonly #api: Api;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #turns = new Turns();

  constructor(api: Api, instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#api = api;
    this.#instance = instance;
    this.#connection = connection;
  }

  async run(sql: string): Promise<void> {
    await this.#turns.take(() => this.#connection.run(sql));
  }

  async store(table: string, query: string): Promise<void> {
    await this.run(`CREATE OR REPLACE TABLE "${table}" AS ${query}`);
  }

  async copyOut(query: string, file: string): Promise<void> {
    await this.run(`COPY (${query}) TO '${file.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`);
  }

  async rows<T extends Record<string, unknown>>(sql: string): Promise<T[]> {
    const reader = await this.#turns.take(() => this.#connection.runAndReadAll(sql));
    return reader.getRowObjectsJS().map((row) => mapBigints(row) as T);
  }

  async streamInts(sql: string, visit: (columns: readonly Int32Array[], rows: number) => void | Promise<void>): Promise<void> {
    await this.#chunks(sql, (chunk) => {
      const columns = Array.from({ length: chunk.columnCount }, (_, i) => {
        const items = itemsOf(chunk, i);
        if (items instanceof Int32Array) return items;
        throw new Error(`column ${i} of a streamed query is not INTEGER`);
      });
      return visit(columns, chunk.rowCount);
    });
  }

  async streamNumbers(
    sql: string,
    visit: (columns: readonly (Int32Array | Float64Array)[], rows: number) => void | Promise<void>,
  ): Promise<void> {
    await this.#chunks(sql, (chunk) => {
      const columns = Array.from({ length: chunk.columnCount }, (_, i) => {
        const items = itemsOf(chunk, i);
        if (items instanceof Int32Array || items instanceof Float64Array) return items;
        throw new Error(`column ${i} of a streamed query is not INTEGER or DOUBLE`);
      });
      return visit(columns, chunk.rowCount);
    });
  }

  async streamTexts(
    sql: string,
    numbers: number,
    visit: (ints: readonly Int32Array[], texts: readonly TextColumn[], rows: number) => void | Promise<void>,
  ): Promise<void> {
    const { default: bindings } = await import('@duckdb/node-bindings');
    const readers: TextVectorReader[] = [];
    await this.#turns.take(async () => {
      const result = await this.#connection.stream(sql);
      for (;;) {
        // Not through the vectors of node-api: of all they hold, only the memory behind is wanted here.
        const fetched = await result.fetchChunk();
        if (fetched === null || fetched.rowCount === 0) return;
        const { chunk, rowCount: rows } = fetched;
        const ints: Int32Array[] = [];
        const texts: TextColumn[] = [];
        for (let i = 0; i < bindings.data_chunk_get_column_count(chunk); i++) {
          const vector = bindings.data_chunk_get_vector(chunk, i);
          if (i < numbers) ints.push(asInts(bindings.vector_get_data(vector, rows * 4)));
          else {
            const mask: Uint8Array | null = bindings.vector_get_validity(vector, Math.ceil(rows / 64) * 8);
            readers[i] ??= new TextVectorReader(CHUNK, (buffer, offset, bytes) => bindings.get_data_from_pointer(buffer, offset, bytes));
            texts.push(readers[i]!.read(asInts(bindings.vector_get_data(vector, rows * 16)), mask ? asInts(mask) : null, rows));
          }
        }
        const pending = visit(ints, texts, rows);
        if (pending !== undefined) await pending;
      }
    });
  }

  async streamValues(table: string, size: number, visit: (chunk: number, joined: string, counts: Int32Array) => void): Promise<void> {
    const counts = new Map<number, Int32Array>();
    await this.streamInts(`SELECT CAST(rowid AS INTEGER) AS v, n FROM "${table}"`, ([v, n], rows) => {
      for (let i = 0; i < rows; i++) {
        const chunk = Math.floor(v![i]! / size);
        let list = counts.get(chunk);
        if (list === undefined) {
          list = new Int32Array(size);
          counts.set(chunk, list);
        }
        list[v![i]! % size] = n![i]!;
      }
    });
    const joined = `string_agg(replace(coalesce(t, ''), chr(0), ' '), chr(0) ORDER BY rowid)`;
    await this.#chunks(`SELECT CAST(rowid // ${size} AS INTEGER) AS chunk, ${joined} AS joined FROM "${table}" GROUP BY ALL`, (chunk) => {
      const numbers = chunk.getColumnVector(0);
      const texts = chunk.getColumnVector(1);
      for (let i = 0; i < chunk.rowCount; i++) {
        const number = Number(numbers.getItem(i));
        visit(number, String(texts.getItem(i) ?? ''), counts.get(number) ?? new Int32Array(0));
      }
    });
  }

  async attachInts(table: string, name: string, columns: Readonly<Record<string, Int32Array>>): Promise<void> {
    const values = Object.values(columns)[0]?.length ?? 0;
    await this.createTable(`${name}_ints`, { v: Int32Array.from({ length: values }, (_, v) => v), ...columns });
    const list = Object.keys(columns).map((column) => `d."${column}"`);
    await this.run(
      `CREATE OR REPLACE TEMPORARY VIEW "${name}" AS SELECT x.t, ${list.join(', ')} FROM "${table}" x JOIN "${name}_ints" d ON d.v = x.rowid`,
    );
  }

  async #chunks(sql: string, visit: (chunk: DuckDBDataChunk) => void | Promise<void>): Promise<void> {
    await this.#turns.take(async () => {
      const result = await this.#connection.stream(sql);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        const pending = visit(chunk);
        if (pending !== undefined) await pending;
      }
    });
  }

  async createTable(table: string, columns: Readonly<Record<string, Int32Array | Float64Array>>): Promise<void> {
    await this.#turns.take(() => this.#fill(table, Object.entries(columns)));
  }

  async #fill(table: string, entries: readonly (readonly [string, Int32Array | Float64Array])[]): Promise<void> {
    const declared = entries.map(([name, data]) => `"${name}" ${data instanceof Int32Array ? 'INTEGER' : 'DOUBLE'}`);
    await this.#connection.run(`CREATE OR REPLACE TABLE "${table}" (${declared.join(', ')})`);
    const appender = await this.#connection.createAppender(table);
    const types = entries.map(([, data]) => (data instanceof Int32Array ? this.#api.INTEGER : this.#api.DOUBLE));
    const rows = entries[0]?.[1].length ?? 0;
    const { default: bindings } = await import('@duckdb/node-bindings');
    // One chunk serves all, and columns are copied into it as they lie: making vectors of node-api costs more than the appending.
    const chunk = this.#api.DuckDBDataChunk.create(types);
    for (let from = 0; from < rows; from += CHUNK) {
      chunk.reset();
      chunk.rowCount = Math.min(CHUNK, rows - from);
      for (const [i, [, data]] of entries.entries()) {
        const { buffer, byteOffset, byteLength } = data.subarray(from, from + CHUNK);
        if (!(buffer instanceof ArrayBuffer)) throw new Error('columns are copied from memory of this thread only');
        bindings.copy_data_to_vector(bindings.data_chunk_get_vector(chunk.chunk, i), 0, buffer, byteOffset, byteLength);
      }
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  async createTextTable(table: string, columns: readonly string[]): Promise<TextAppender> {
    const declared = columns.map((name) => `"${name.replaceAll('"', '""')}" VARCHAR`);
    await this.run(`CREATE OR REPLACE TABLE "${table}" (${declared.join(', ')})`);
    // On a connection of its own: rows are handed over whenever enough have come, whatever else runs then.
    const connection = await this.#instance.connect();
    return new RowAppender(connection, await connection.createAppender(table));
  }

  async close(): Promise<void> {
    this.#connection.interrupt();
    await this.#turns.take(async () => {
      this.#connection.closeSync();
      this.#instance.closeSync();
    });
  }
}

class RowAppender implements TextAppender {
  readonly #connection: DuckDBConnection;
  readonly #appender: DuckDBAppender;

  constructor(connection: DuckDBConnection, appender: DuckDBAppender) {
    this.#connection = connection;
    this.#appender = appender;
  }

  append(row: readonly (string | null)[]): void {
    for (const value of row) {
      if (value === null) this.#appender.appendNull();
      else this.#appender.appendVarchar(value);
    }
    this.#appender.endRow();
  }

  async close(): Promise<void> {
    this.#appender.closeSync();
    this.#connection.closeSync();
  }
}

/** The memory of a column's vector: `items` is private in the declarations. */
function itemsOf(chunk: DuckDBDataChunk, column: number): unknown {
  return Reflect.get(chunk.getColumnVector(column), 'items');
}

const asInts = (bytes: Uint8Array): Int32Array => new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);

function mapBigints(row: Record<string, unknown>): Record<string, unknown> {
  for (const [name, value] of Object.entries(row)) if (typeof value === 'bigint') row[name] = Number(value);
  return row;
}
