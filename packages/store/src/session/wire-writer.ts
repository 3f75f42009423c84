// The messages of a batch as bytes, one after the other in one piece (PostgreSQL's protocol 3.0, "Extended Query"). The driver makes a buffer for each message
// and an object for each batch; a request has up to thirty statements.

import utils from 'pg/lib/utils.js';

const executeAll = Buffer.from([0x45, 0, 0, 0, 9, 0, 0, 0, 0, 0]);
const describePortal = Buffer.from([0x44, 0, 0, 0, 6, 0x50, 0]);
const sync = Buffer.from([0x53, 0, 0, 0, 4]);

/** Where messages are put together; what was written is copied out, since the socket may send it later. */
let scratch = Buffer.allocUnsafe(65_536);
let used = 0;

/** Makes room for this many more bytes. */
function room(bytes: number): void {
  if (used + bytes <= scratch.length) return;
  const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, used + bytes));
  scratch.copy(larger, 0, 0, used);
  scratch = larger;
}

function putText(text: string): void {
  // No character takes more than three bytes for each of its UTF-16 units.
  room(text.length * 3 + 1);
  used += scratch.write(text, used);
}

function putCString(text: string): void {
  putText(text);
  scratch[used++] = 0;
}

/** Begins a message; gives where its length will stand. */
function begin(code: number): number {
  room(5);
  scratch[used] = code;
  used += 5;
  return used - 4;
}

const end = (at: number): void => void scratch.writeInt32BE(used - at, at);

function putInt16(value: number): void {
  room(2);
  used = scratch.writeInt16BE(value, used);
}

function putBytes(bytes: Uint8Array): void {
  room(bytes.length);
  scratch.set(bytes, used);
  used += bytes.length;
}

/** A value with its length before it; null has the length -1. */
function putValue(value: unknown): void {
  room(4);
  const at = used;
  used += 4;
  if (value === null) {
    scratch.writeInt32BE(-1, at);
    return;
  }
  if (value instanceof Uint8Array) putBytes(value);
  else putText(String(value));
  scratch.writeInt32BE(used - at - 4, at);
}

type Statement = { readonly name: string; readonly text: string; readonly values: readonly unknown[] };

function putParse({ name, text }: Statement): void {
  const at = begin(0x50);
  putCString(name);
  putCString(text);
  putInt16(0);
  end(at);
}

function putBind({ name }: Statement, values: readonly unknown[]): void {
  const at = begin(0x42);
  putCString('');
  putCString(name);
  putInt16(values.length);
  for (const value of values) putInt16(value instanceof Uint8Array ? 1 : 0);
  putInt16(values.length);
  for (const value of values) putValue(value);
  putInt16(0);
  end(at);
}

/** Puts a batch together: `start`, its statements, `finish`. */
export const wireWriter = {
  start: (): void => {
    used = 0;
    // A batch with an attachment in it should not be remembered for ever.
    if (scratch.length > 1_048_576) scratch = Buffer.allocUnsafe(65_536);
  },
  /**
   * Adds a statement; when a value cannot be sent, throws and adds nothing.
   * @param isNew whether PostgreSQL has its text still to read · @param described whether its columns are asked for
   */
  statement: (statement: Statement, isNew: boolean, described: boolean): void => {
    const values = statement.values.map((value) => (typeof value === 'string' ? value : utils.prepareValue(value)));
    if (isNew) putParse(statement);
    putBind(statement, values);
    if (described) putBytes(describePortal);
    putBytes(executeAll);
  },
  finish: (): Buffer => {
    putBytes(sync);
    return Buffer.from(scratch.subarray(0, used));
  },
};
