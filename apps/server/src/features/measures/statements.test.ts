import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sqlFiles } from './statements.ts';

it('the committed SQL of the indicators is what the definitions compile to', () => {
  for (const [name, text] of sqlFiles()) expect(readFileSync(join(import.meta.dirname, 'sql', name), 'utf8')).toBe(text);
});
