// What the browser gets is half text: each file of the bundle lies beside its Brotli and gzip forms, made once with the bundle and not for every request.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this a file fits one packet as it is. Fonts and pictures are compressed already. */
const leastBytes = 1400;
const text = /\.(?:js|css|json|svg|txt|html)$/;

/** Writes `name.br` and `name.gz` beside every text file of a folder. */
async function compressFolder(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => text.test(name));
  await Promise.all(
    files.map(async (name) => {
      const bytes = readFileSync(join(folder, name));
      if (bytes.length < leastBytes) return;
      // One step below the highest quality takes a tenth of its time and gives 3 % more bytes.
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      const [small, smaller] = await Promise.all([zip(bytes, { level: 9 }), brotli(bytes, { params })]);
      writeFileSync(join(folder, `${name}.gz`), small);
      writeFileSync(join(folder, `${name}.br`), smaller);
    }),
  );
}

/** Compresses the bundle when it is written. */
export const compressAssets = (): Plugin => ({
  name: 'anwang-compress-assets',
  apply: 'build',
  writeBundle: async ({ dir }) => {
    if (dir !== undefined) await compressFolder(dir);
  },
});
