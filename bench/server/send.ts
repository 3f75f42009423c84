// A client that costs little: it runs on the machine it measures, and what it uses the server does not have. `fetch` took 0.8 ms of processor time a request.

import { Agent, request } from 'node:http';

/** An answer, read to its end. */
export interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true, scheduling: 'lifo' });

/** Sends one request over a connection that is kept. */
export const send = (
  origin: string,
  path: string,
  { method = 'GET', headers, body }: { readonly method?: 'GET' | 'POST'; readonly headers: Record<string, string>; readonly body?: string },
): Promise<Answer> =>
  new Promise((done, failed) => {
    const { hostname, port } = new URL(origin);
    const sized = body === undefined ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) };
    const sent = request({ agent, hostname, port, path, method, headers: sized }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('error', failed);
      answer.on('end', () => {
        const status = answer.statusCode ?? 0;
        done({ ok: status >= 200 && status < 300, status, body: Buffer.concat(pieces).toString('utf8') });
      });
    });
    sent.on('error', failed);
    sent.end(body);
  });
