// What goes over the wire for a file of the web: the smallest form that the browser takes, under one address, kept for ever.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuseUnknown } from './refuse-unknown.ts';
import { addWeb } from './static-web.ts';

const folder = mkdtempSync(join(tmpdir(), 'anwang-web-'));
const script = `export const words = '${'通報受理開案結案'.repeat(400)}';\n`;
const app = Fastify();
const ask = (url: string, encoding?: string) => app.inject({ url, headers: encoding === undefined ? {} : { 'accept-encoding': encoding } });

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>安網</title><script type="module" src="/assets/index-5R1R0PD5.js"></script>');
  writeFileSync(join(folder, 'report.html'), '<title>通報</title>');
  writeFileSync(join(folder, 'assets', 'index-5R1R0PD5.js'), script);
  writeFileSync(join(folder, 'assets', 'index-5R1R0PD5.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, 'assets', 'index-5R1R0PD5.js.gz'), gzipSync(script));
  writeFileSync(join(folder, 'assets', 'small-5R1R0PD5.css'), 'a { color: red }');
  refuseUnknown(app, await addWeb(app, folder));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  [undefined, undefined, (bytes: Buffer) => bytes],
] as const)('a browser that takes %s gets %s', async (accepted, sent, read) => {
  const answer = await ask('/assets/index-5R1R0PD5.js', accepted);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-encoding']).toBe(sent);
  expect(read(answer.rawPayload).toString('utf8')).toBe(script);
  expect(answer.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': expect.stringContaining('javascript'),
    vary: expect.stringContaining('accept-encoding'),
  });
});

test('a file too small to compress is sent as it is, and no form has an address of its own', async () => {
  const small = await ask('/assets/small-5R1R0PD5.css', 'br');
  expect([small.statusCode, small.headers['content-encoding'], small.body]).toEqual([200, undefined, 'a { color: red }']);
  expect((await ask('/assets/index-5R1R0PD5.js.br')).statusCode).toBe(404);
});

test.each([
  ['/report', '通報'],
  ['/report/status?lang=en', '通報'],
  ['/reports', '安網'],
  ['/sign-in', '安網'],
])('%s begins with the page of %s', async (url, title) => expect((await ask(url)).body).toContain(`<title>${title}</title>`));

test('every reply names the build of the web', async () => {
  for (const url of ['/api/nothing', '/assets/small-5R1R0PD5.css', '/report'])
    expect((await ask(url)).headers['anwang-web'], url).toBe('index-5R1R0PD5');
});
