// Turns messages/*.json into typed functions under src/paraglide. Run before types are checked, tests are run or the web is built:
// `node apps/web/compile-words.ts`; the configurations of Vite and Vitest run it themselves. A program of its own because the
// compiler leaves a handle open (2.25.4), on which Vite and Vitest would wait.
import { join } from 'node:path';
import { compile } from '@inlang/paraglide-js';

const here = import.meta.dirname;
await compile({
  project: join(here, 'project.inlang'),
  outdir: join(here, 'src/paraglide'),
  strategy: ['globalVariable', 'baseLocale'],
  outputStructure: 'locale-modules',
  emitTsDeclarations: true,
});
process.exit(0);
