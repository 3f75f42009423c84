// A small transaction pooler in front of PostgreSQL: many clients share few server connections, and a client keeps one only from BEGIN to the end of its
// transaction. It speaks just enough of the protocol for tests (no TLS, cancel keys or copy); what a session sets outside a transaction is lost or, worse, inherited.

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type Pooler = { readonly port: number; readonly host: string; readonly served: () => number; close(): Promise<void> };

type Upstream = { readonly socket: Socket; busy: boolean; owner: Client | undefined; greeting: Buffer };
type Client = { readonly socket: Socket; upstream: Upstream | undefined; waiting: Buffer[]; ready: boolean };

/**
 * Opens a pooler on a free port of the loopback address.
 * @param server socket folder and port of PostgreSQL
 * @param size server connections shared by all clients
 */
export async function transactionPooler(server: { readonly host: string; readonly port: number }, size: number): Promise<Pooler> {
  const upstreams: Upstream[] = [];
  const queue: Client[] = [];
  let served = 0;

  const give = (client: Client, upstream: Upstream): void => {
    upstream.busy = true;
    upstream.owner = client;
    client.upstream = upstream;
    served += 1;
    for (const chunk of client.waiting.splice(0)) upstream.socket.write(chunk);
  };
  const free = (upstream: Upstream): void => {
    if (upstream.owner) upstream.owner.upstream = undefined;
    upstream.owner = undefined;
    upstream.busy = false;
    const next = queue.shift();
    if (next) give(next, upstream);
  };

  const listener = createServer((socket) => {
    const client: Client = { socket, upstream: undefined, waiting: [], ready: false };
    let opening = Buffer.alloc(0);
    let login: Upstream | undefined;
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      if (client.ready) return forward(client, chunk);
      if (login) {
        login.socket.write(chunk);
        return;
      }
      opening = Buffer.concat([opening, chunk]);
      // The first client of each server connection logs in through it; later clients are greeted with what it was told.
      const spare = upstreams.length < size;
      const known = upstreams.find((one) => one.greeting.length > 0);
      if (!spare && known) {
        client.ready = true;
        socket.write(known.greeting);
        return;
      }
      const upstream: Upstream = {
        socket: connect(`${server.host}/.s.PGSQL.${server.port}`),
        busy: true,
        owner: client,
        greeting: Buffer.alloc(0),
      };
      upstreams.push(upstream);
      login = upstream;
      upstream.socket.write(opening);
      upstream.socket.on('error', () => undefined);
      follow(upstream, () => {
        client.ready = true;
        login = undefined;
      });
    });
    socket.on('close', () => {
      const held = client.upstream;
      if (held) held.socket.destroy();
    });
  });

  const forward = (client: Client, chunk: Buffer): void => {
    // 'X' (terminate) ends the client, not the server connection it borrowed.
    if (chunk[0] === 0x58) return;
    if (client.upstream) {
      client.upstream.socket.write(chunk);
      return;
    }
    client.waiting.push(chunk);
    if (queue.includes(client)) return;
    const idle = upstreams.find((one) => !one.busy && !one.socket.destroyed);
    if (idle) give(client, idle);
    else queue.push(client);
  };

  const follow = (upstream: Upstream, onLogin: () => void): void => {
    let rest = Buffer.alloc(0);
    let loggedIn = false;
    let greeting = Buffer.alloc(0);
    upstream.socket.on('data', (chunk: Buffer) => {
      upstream.owner?.socket.write(chunk);
      rest = Buffer.concat([rest, chunk]);
      while (rest.length >= 5) {
        const length = 1 + rest.readUInt32BE(1);
        if (rest.length < length) break;
        const message = rest.subarray(0, length);
        rest = rest.subarray(length);
        const type = String.fromCharCode(message[0] ?? 0);
        if (!loggedIn && (type === 'S' || type === 'K' || (type === 'R' && message.readUInt32BE(5) === 0)))
          greeting = Buffer.concat([greeting, message]);
        if (type !== 'Z') continue;
        if (!loggedIn) {
          loggedIn = true;
          upstream.greeting = Buffer.concat([greeting, message]);
          onLogin();
        }
        // 'I': no transaction is open, so the connection goes to whoever waits.
        if (String.fromCharCode(message[5] ?? 0) === 'I') free(upstream);
      }
    });
  };

  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    host: '127.0.0.1',
    port: address.port,
    served: () => served,
    close: async () => {
      for (const upstream of upstreams) upstream.socket.destroy();
      listener.close();
      listener.unref();
    },
  };
}
