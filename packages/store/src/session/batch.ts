// Statements that go to PostgreSQL together: one write, one Sync at their end, one answer. The driver ends each statement with a Sync of its own, for which
// PostgreSQL finishes a turn, says that it is ready, and sends: half of what a small statement costs on both sides. When one fails, PostgreSQL passes over the
// rest up to the Sync: they fail with it, as they would one by one in a transaction that has failed.

import pg from 'pg';
import { type Column, type RowReader, rowReader } from './row-reader.ts';
import { wireWriter } from './wire-writer.ts';

/** What a statement gave. */
export type Answer<Row> = { readonly command: string | null; readonly rowCount: number | null; readonly rows: Row[] };

/** The driver's connection as it is inside; `pg` is pinned exactly, and `batch.test.ts` runs what is used of it. */
type Wire = {
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  _send(bytes: Buffer): boolean;
};

type Member = {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly rows: unknown[];
  read: RowReader | null | undefined;
  command: string | null;
  rowCount: number | null;
  broken: unknown;
  readonly resolve: (answer: Answer<never>) => void;
  readonly reject: (error: unknown) => void;
};

/** How the rows of a named statement are read, by connection: null where none come. What it returns cannot change under its name (PostgreSQL refuses it). */
const readers = new WeakMap<object, Map<string, RowReader | null>>();

function readersOf(connection: object): Map<string, RowReader | null> {
  const held = readers.get(connection);
  if (held !== undefined) return held;
  const made = new Map<string, RowReader | null>();
  readers.set(connection, made);
  return made;
}

/** To the driver one query, to us many. The driver asks it for `name` and `text` when a statement has been parsed or has failed: those of the one whose turn it is. */
export class Batch {
  readonly #members: Member[] = [];
  #at = 0;
  #wire: Wire | undefined;

  get name(): string {
    return this.#members[this.#at]?.name ?? '';
  }
  get text(): string {
    return this.#members[this.#at]?.text ?? '';
  }

  /** One more statement. */
  add<Row>(name: string, text: string, values: readonly unknown[]): Promise<Answer<Row>> {
    return new Promise((resolve, reject) => {
      this.#members.push({
        name,
        text,
        values,
        rows: [],
        read: undefined,
        command: null,
        rowCount: null,
        broken: undefined,
        resolve,
        reject,
      });
    });
  }

  submit(wire: Wire): null {
    this.#wire = wire;
    const known = readersOf(wire);
    wireWriter.start();
    for (const member of [...this.#members]) {
      const isNew = wire.parsedStatements[member.name] === undefined && wire.submittedNamedStatements[member.name] === undefined;
      try {
        member.read = known.get(member.name);
        wireWriter.statement(member, isNew, member.read === undefined);
        wire.submittedNamedStatements[member.name] = member.text;
      } catch (error) {
        // Nothing of it is sent.
        this.#members.splice(this.#members.indexOf(member), 1);
        member.reject(error);
      }
    }
    wire._send(wireWriter.finish());
    return null;
  }

  handleRowDescription(message: { readonly fields: readonly Column[] }): void {
    const member = this.#members[this.#at];
    if (member === undefined || this.#wire === undefined) return;
    member.read = rowReader(message.fields);
    readersOf(this.#wire).set(member.name, member.read);
  }

  /** One row of the statement whose turn it is, as it stands in the bytes. */
  row(bytes: Buffer, at: number, end: number): void {
    const member = this.#members[this.#at];
    if (member === undefined || member.broken !== undefined || !member.read) return;
    try {
      member.rows.push(member.read(bytes, at, end));
    } catch (error) {
      member.broken = error;
    }
  }

  /** The statement whose turn it is has ended: `SELECT 3`, `INSERT 0 1`, `COMMIT`. */
  complete(tag: string): void {
    const member = this.#members[this.#at];
    if (member === undefined || this.#wire === undefined) return;
    const first = tag.indexOf(' ');
    member.command = first < 0 ? tag : tag.slice(0, first);
    const count = Number(tag.slice(tag.lastIndexOf(' ') + 1));
    member.rowCount = Number.isInteger(count) ? count : null;
    if (member.read === undefined) readersOf(this.#wire).set(member.name, null);
    this.#at += 1;
  }

  handleEmptyQuery(): void {
    this.#at += 1;
  }

  handleError(error: unknown): void {
    const wire = this.#wire;
    const failed = this.#members.slice(this.#at);
    this.#members.length = Math.min(this.#at, this.#members.length);
    // What stood behind it was passed over, and is not parsed.
    for (const { name } of failed)
      if (wire !== undefined && wire.parsedStatements[name] === undefined) delete wire.submittedNamedStatements[name];
    this.#settle();
    for (const member of failed) member.reject(error);
  }

  handleReadyForQuery(): void {
    this.#settle();
  }

  #settle(): void {
    for (const { command, rowCount, rows, broken, resolve, reject } of this.#members.splice(0))
      if (broken === undefined) resolve({ command, rowCount, rows: rows as never[] });
      else reject(broken);
    this.#at = 0;
  }
}
// The driver sends nothing ahead for queries that are not its own kind.
Object.setPrototypeOf(Batch.prototype, pg.Query.prototype);
