// The one file that touches Spark: one long-lived `spark-sql` process fed through its standard input, and Parquet folders as the way in and out.
// An embedded DuckDB reads and writes these folders, so that rows never pass through the text of a console.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openDuckdb } from './duckdb.ts';
import type { Engine, TextAppender } from './engine.ts';
import { Turns } from './turns.ts';

export interface SparkOptions {
  /** The command with its arguments, for example ['spark-sql', '--master', 'spark://127.0.0.1:7077']. */
  readonly command: readonly string[];
  /** Folder that driver and workers can both reach; a temporary one by default (one machine). */
  readonly folder?: string;
  /** Environment of the process; absent: inherited. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts spark-sql and waits until it answers. Throws with its own words if it cannot start. */
export async function openSpark(options: SparkOptions): Promise<Engine> {
  const [program, ...given] = options.command;
  if (program === undefined) throw new RangeError('the Spark command is empty');
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'linkage-spark-')));
  const settings = {
    'spark.sql.catalogImplementation': 'in-memory',
    'spark.sql.warehouse.dir': join(folder, 'warehouse'),
    'spark.sql.adaptive.enabled': 'true',
    'spark.ui.enabled': 'false',
  };
  // What was given goes before what is usual.
  const usual = Object.entries(settings).filter(([key]) => !given.some((arg) => arg.startsWith(`${key}=`)));
  const args = [...given, ...usual.flatMap(([key, value]) => ['--conf', `${key}=${value}`])];
  const child = spawn(program, args, {
    cwd: folder,
    stdio: 'pipe',
    ...(options.environment === undefined ? {} : { env: options.environment }),
  });
  const engine = new Spark(new Session(child), await openDuckdb({ threads: 1 }), folder, options.folder === undefined);
  await engine.run('SELECT 1');
  return engine;
}

/** Sends statements one after the other; an answer is complete when a marker selected after it comes back. */
class Session {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #turns = new Turns();
  #said = '';
  #marker = 0;
  #waiting: { readonly marker: string; readonly resolve: () => void; readonly reject: (error: Error) => void } | null = null;
  #ended: Error | null = null;

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#said = (this.#said + text).slice(-20_000);
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.trim() === this.#waiting?.marker) {
        const { resolve } = this.#waiting;
        this.#waiting = null;
        resolve();
      }
    });
    const end = (why: string) => {
      this.#ended = new Error(`spark-sql ended: ${why}\n${this.#said.slice(-2000)}`);
      this.#waiting?.reject(this.#ended);
    };
    child.on('error', (error) => end(error.message));
    child.on('exit', (code) => end(`exit code ${code}`));
    child.stdin.on('error', () => {});
  }

  run(sql: string): Promise<void> {
    return this.#turns.take(() => this.#answer(sql));
  }

  async #answer(sql: string): Promise<void> {
    if (this.#ended !== null) throw this.#ended;
    this.#said = '';
    const marker = `linkage-marker-${++this.#marker}`;
    await new Promise<void>((resolve, reject) => {
      this.#waiting = { marker, resolve, reject };
      this.#child.stdin.write(`${sql.replace(/\s*\n\s*/g, ' ')};\nSELECT '${marker}';\n`);
    });
    const failed = /^(?:\[[A-Z_.]+\]|Error in query|org\.apache\.spark\.[\w.]*Exception|java\.[\w.]*(?:Exception|Error)).*$/m.exec(
      this.#said,
    );
    if (failed !== null) throw new Error(`Spark refused a statement: ${failed[0]}\n${sql.slice(0, 500)}`);
  }

  close(): Promise<void> {
    if (this.#ended !== null) return Promise.resolve();
    return new Promise((resolve) => {
      this.#child.once('exit', () => resolve());
      this.#child.stdin.end();
    });
  }
}

class Spark implements Engine {
  readonly dialect = 'spark';
  readonly #session: Session;
  readonly #files: Engine;
  readonly #folder: string;
  readonly #temporary: boolean;
  #made = 0;

  constructor(session: Session, files: Engine, folder: string, temporary: boolean) {
    this.#session = session;
    this.#files = files;
    this.#folder = folder;
    this.#temporary = temporary;
  }

  async run(sql: string): Promise<void> {
    await this.#session.run(sql);
  }

  async store(table: string, query: string): Promise<void> {
    await this.run(`DROP TABLE IF EXISTS \`${table}\``);
    await this.run(`CREATE TABLE \`${table}\` USING parquet AS ${query}`);
  }

  async rows<T extends Record<string, unknown>>(sql: string): Promise<T[]> {
    return this.#fetch(sql, (table) => this.#files.rows<T>(`SELECT * FROM ${table}`));
  }

  async streamInts(sql: string, visit: (columns: readonly Int32Array[], rows: number) => void | Promise<void>): Promise<void> {
    await this.#fetch(sql, (table) => this.#files.streamInts(`SELECT * FROM ${table}`, visit));
  }

  async streamNumbers(
    sql: string,
    visit: (columns: readonly (Int32Array | Float64Array)[], rows: number) => void | Promise<void>,
  ): Promise<void> {
    await this.#fetch(sql, (table) => this.#files.streamNumbers(`SELECT * FROM ${table}`, visit));
  }

  async streamTexts(): Promise<void> {
    throw new Error('texts of a cluster come as distinct values only');
  }

  async streamValues(table: string, size: number, visit: (chunk: number, joined: string, counts: Int32Array) => void): Promise<void> {
    await this.#files.store(table, `SELECT t, n FROM ${await this.#parquet(`SELECT t, n FROM ${table}`)}`);
    await this.#files.streamValues(table, size, visit);
  }

  async attachInts(table: string, name: string, columns: Readonly<Record<string, Int32Array>>): Promise<void> {
    await this.#files.attachInts(table, name, columns);
    await this.#bringIn(name, `SELECT * FROM "${name}"`);
  }

  async createTable(table: string, columns: Readonly<Record<string, Int32Array | Float64Array>>): Promise<void> {
    await this.#files.createTable(table, columns);
    await this.#bringIn(table, `SELECT * FROM "${table}"`);
  }

  async createTextTable(table: string, columns: readonly string[]): Promise<TextAppender> {
    const appender = await this.#files.createTextTable(table, columns);
    return {
      append: (row) => appender.append(row),
      close: async () => {
        await appender.close();
        await this.#bringIn(table, `SELECT * FROM "${table.replaceAll('"', '""')}"`);
      },
    };
  }

  async copyOut(query: string, file: string): Promise<void> {
    await this.#fetch(query, (table) => this.#files.copyOut(`SELECT * FROM ${table}`, file));
  }

  async close(): Promise<void> {
    await this.#session.close();
    await this.#files.close();
    if (this.#temporary) await rm(this.#folder, { recursive: true, force: true });
  }

  /** Runs a query in Spark and reads its rows from the Parquet files it left. */
  async #fetch<T>(sql: string, read: (table: string) => Promise<T>): Promise<T> {
    return read(await this.#parquet(sql));
  }

  async #parquet(sql: string): Promise<string> {
    const table = `lk_out_${++this.#made}`;
    await this.store(table, sql);
    const folder = join(this.#folder, 'warehouse', table);
    const parts = (await readdir(folder)).filter((name) => name.endsWith('.parquet'));
    if (parts.length === 0) throw new Error(`Spark left no file in ${folder}`);
    return `read_parquet('${folder.replaceAll("'", "''")}/*.parquet')`;
  }

  async #bringIn(table: string, query: string): Promise<void> {
    const folder = join(this.#folder, 'in', `${table}_${++this.#made}`);
    await mkdir(folder, { recursive: true });
    await this.#files.copyOut(query, join(folder, 'part.parquet'));
    await this.run(`DROP TABLE IF EXISTS \`${table}\``);
    await this.run(`CREATE TABLE \`${table}\` USING parquet LOCATION '${folder.replaceAll("'", "''")}'`);
  }
}
