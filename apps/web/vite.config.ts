// How is the web built? Two production bundles into dist, words compiled first, fonts and geography kept as files of our own origin: nothing is fetched from
// elsewhere at run time. Who reports, perhaps on a telephone with a slow line, gets a bundle of its own (`--mode public`): chunks that two pages share would
// hold what either of them needs.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressAssets } from './compress-assets.ts';
import { publicRoutes } from './public-routes.ts';

execFileSync(process.execPath, [join(import.meta.dirname, 'compile-words.ts')]);

export default defineConfig(({ mode }) => {
  const isPublic = mode === 'public';
  return {
    root: import.meta.dirname,
    mode: 'production',
    plugins: [react(), compressAssets()],
    define: { PUBLIC_ROUTES: JSON.stringify(publicRoutes()) },
    build: {
      outDir: 'dist',
      // The public bundle is made second, into what is there.
      emptyOutDir: !isPublic,
      copyPublicDir: !isPublic,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 900,
      rolldownOptions: { input: join(import.meta.dirname, isPublic ? 'report.html' : 'index.html') },
    },
  };
});
