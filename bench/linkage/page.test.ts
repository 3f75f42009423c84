import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { quoteIn, renderBench } from './page.ts';
import { readResults } from './results.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

it('the page, its plots and the tables in the README are those of the results, typed by nobody', async () => {
  const results = await readResults(at('bench/results/linkage.json'));
  expect(results.accuracy.length).toBeGreaterThan(0);
  for (const [name, content] of Object.entries(renderBench(results)))
    expect(await readFile(at(`docs/${name}`), 'utf8'), name).toBe(content);
  const readme = await readFile(at('packages/linkage/README.md'), 'utf8');
  expect(quoteIn(readme, results)).toBe(readme);
});
