// How is the web built? One production bundle into dist, words compiled first, fonts and geography kept as files of our own origin:
// nothing is fetched from elsewhere at run time.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressAssets } from './compress-assets.ts';

execFileSync(process.execPath, [join(import.meta.dirname, 'compile-words.ts')]);

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressAssets()],
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
});
