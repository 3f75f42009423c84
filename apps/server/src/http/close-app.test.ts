// Stopping with connections of browsers open: silent ones do not hold it up, a request under way is answered first.
import { connect } from 'node:net';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { closeApp } from './close-app.ts';

async function listening() {
  const app = Fastify({ forceCloseConnections: 'idle' });
  app.get('/slow', async () => {
    await new Promise((done) => setTimeout(done, 300));
    return { ok: true };
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, address, port: Number(new URL(address).port) };
}

test('a connection on which nothing was ever asked does not hold it up', async () => {
  const { app, port } = await listening();
  const silent = connect(port, '127.0.0.1');
  await new Promise((done) => silent.once('connect', done));
  const began = performance.now();
  await closeApp(app, 200);
  expect(performance.now() - began).toBeLessThan(5000);
  silent.destroy();
});

test('a request under way is answered', async () => {
  const { app, address } = await listening();
  const asked = fetch(`${address}/slow`);
  await new Promise((done) => setTimeout(done, 100));
  await closeApp(app);
  expect(await (await asked).json()).toEqual({ ok: true });
});
