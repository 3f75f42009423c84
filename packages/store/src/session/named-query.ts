// A statement under a name whose columns are described once per connection. The driver asks for them with every use and reads them anew each time; what a named
// statement returns cannot change (PostgreSQL refuses it then), so from the second use on the question and its answer are left out.

import pg from 'pg';

/** What the driver's result knows of its columns. */
type Columns = { fields: unknown; _parsers: unknown; _prebuiltEmptyResultObject: unknown };
type Made = Columns & { parseRow(fields: unknown): unknown; addRow(row: unknown): void };
type Answered<Row extends pg.QueryResultRow> = (error: Error | null, result: pg.QueryResult<Row>) => void;

/** The driver's query as it is inside; `pg` is pinned exactly, and `session.test.ts` runs both ways of asking. */
interface DriverQuery {
  readonly name: string;
  readonly _result: Made;
  _canceledDueToError: unknown;
  submit(connection: pg.Connection): void;
  prepare(connection: object): void;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: { readonly fields: unknown }): void;
  handleCommandComplete(message: unknown, connection: object): void;
}
type DriverQueryClass = new (config: pg.QueryConfig, answered: (error: Error | null, result: never) => void) => DriverQuery;

const isDriverQuery = (given: unknown): given is DriverQueryClass =>
  typeof given === 'function' &&
  typeof given.prototype.prepare === 'function' &&
  typeof given.prototype.handleRowDescription === 'function';

function driverQuery(given: unknown): DriverQueryClass {
  if (!isDriverQuery(given)) throw new Error('the driver has another kind of query than this was written for');
  return given;
}

/** Columns by name of the statement, null where no rows come; `silent` is the connection without the question for them. */
type Known = { readonly columns: Map<string, Columns | null>; readonly silent: object };

const connections = new WeakMap<object, Known>();

function knownOf(connection: object): Known {
  const held = connections.get(connection);
  if (held !== undefined) return held;
  const known = { columns: new Map(), silent: Object.create(connection, { describe: { value: () => undefined } }) };
  connections.set(connection, known);
  return known;
}

class NamedQuery extends driverQuery(pg.Query) {
  #learning: Known | undefined;

  override prepare(connection: object): void {
    const known = knownOf(connection);
    const columns = known.columns.get(this.name);
    if (columns === undefined) {
      this.#learning = known;
      super.prepare(connection);
      return;
    }
    if (columns !== null) Object.assign(this._result, columns);
    super.prepare(known.silent);
  }

  override handleRowDescription(message: unknown): void {
    super.handleRowDescription(message);
    const { fields, _parsers, _prebuiltEmptyResultObject } = this._result;
    this.#learning?.columns.set(this.name, { fields, _parsers, _prebuiltEmptyResultObject });
    this.#learning = undefined;
  }

  /** As the driver does it, without an event for each row. */
  override handleDataRow(message: { readonly fields: unknown }): void {
    if (this._canceledDueToError) return;
    try {
      this._result.addRow(this._result.parseRow(message.fields));
    } catch (error) {
      this._canceledDueToError = error;
    }
  }

  override handleCommandComplete(message: unknown, connection: object): void {
    super.handleCommandComplete(message, connection);
    this.#learning?.columns.set(this.name, null);
    this.#learning = undefined;
  }
}

/** Runs a statement under a name of its own. The text of a name is always the same. */
export function runNamed<Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<pg.QueryResult<Row>> {
  return new Promise<pg.QueryResult<Row>>((resolve, reject) => {
    const answered: Answered<Row> = (error, result) => (error ? reject(error) : resolve(result));
    client.query(new NamedQuery({ name, text, values: [...values] }, answered));
  }).catch((error: unknown) => {
    // The trace of the driver ends in a socket; ours leads to who asked.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  });
}
