// COPY over the driver's own connection: rows out of and into a table as a stream of bytes, for backups. The driver has the messages but no streams for them.

import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Client } from 'pg';

type Wire = {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
  stream: Writable;
};
type Fault = (error: Error) => void;

/** What the driver calls on the statement that is running. */
class CopyStatement {
  readonly #text: string;
  readonly #onData: (chunk: Buffer) => void;
  readonly #onReadyToSend: (wire: Wire) => void;
  readonly #settle: (error?: Error) => void;
  #error: Error | undefined;

  constructor(text: string, onData: (chunk: Buffer) => void, onReadyToSend: (wire: Wire) => void, settle: (error?: Error) => void) {
    this.#text = text;
    this.#onData = onData;
    this.#onReadyToSend = onReadyToSend;
    this.#settle = settle;
  }
  submit(wire: Wire): void {
    wire.query(this.#text);
  }
  handleCopyData(message: { chunk: Buffer }): void {
    this.#onData(message.chunk);
  }
  handleCopyInResponse(wire: Wire): void {
    this.#onReadyToSend(wire);
  }
  handleError: Fault = (error) => {
    this.#error = error;
    this.#settle(error);
  };
  handleReadyForQuery(): void {
    this.#settle(this.#error);
  }
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
}

function submit(client: Client, statement: CopyStatement): void {
  client.query(statement as unknown as string);
}

/** Streams `copy … to stdout`; `onChunk` gets the bytes in order (whole rows). */
export function copyOut(client: Client, text: string, onChunk: (chunk: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    submit(
      client,
      new CopyStatement(
        text,
        onChunk,
        () => undefined,
        (error) => (error ? reject(error) : resolve()),
      ),
    );
  });
}

/** Feeds `copy … from stdin` from a stream of bytes. */
export function copyIn(client: Client, text: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  return new Promise((resolve, reject) => {
    const send = async (wire: Wire): Promise<void> => {
      try {
        for await (const chunk of chunks) {
          wire.sendCopyFromChunk(chunk);
          if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain');
        }
        wire.endCopyFrom();
      } catch (error) {
        wire.sendCopyFail(error instanceof Error ? error.message : 'the source failed');
      }
    };
    submit(
      client,
      new CopyStatement(
        text,
        () => undefined,
        (wire) => void send(wire),
        (error) => (error ? reject(error) : resolve()),
      ),
    );
  });
}
