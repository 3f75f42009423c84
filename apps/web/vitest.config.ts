// Logic of the web under test (layout, dates, clocks, drafts): no browser; the browser tests live in e2e.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

execFileSync(process.execPath, [join(import.meta.dirname, 'compile-words.ts')]);

export default defineConfig({ root: import.meta.dirname, test: { name: 'web', include: ['src/**/*.test.ts'] } });
