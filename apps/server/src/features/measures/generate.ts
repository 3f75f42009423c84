// Writes the SQL of the indicators beside this file, for review. Run by `npm run generate`.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sqlFiles } from './statements.ts';

const folder = join(import.meta.dirname, 'sql');
mkdirSync(folder, { recursive: true });
for (const [name, text] of sqlFiles()) writeFileSync(join(folder, name), text);
