// Every snippet of the pages on people and the demo is run, and every line that ends in "// → value" is compared with that value.
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import * as people from '@anwang/people';
import * as synth from '@anwang/synth';
import { describe, expect, it } from 'vitest';

const modules: Readonly<Record<string, unknown>> = { '@anwang/people': people, '@anwang/synth': synth };
const snippetsOf = (page: string): string[] =>
  [...readFileSync(join(import.meta.dirname, '../../../docs/handbook', page), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(
    (match) => match[1] ?? '',
  );

// Imports become look-ups, claims become comparisons.
const runnable = (snippet: string): string =>
  stripTypeScriptTypes(
    snippet
      .replace(/^import \{([^}]*)\} from '([^']*)';$/gm, (_, names: string, from: string) => `const {${names}} = modules['${from}'];`)
      .replace(/^(.*); \/\/ → (.*)$/gm, (_, left: string, right: string) => `compare((${left}), (${right}), ${JSON.stringify(left)});`),
  );

describe.each(['people.md', 'demo.md'])('docs/handbook/%s', (page) => {
  it.each(snippetsOf(page).map((snippet, i) => [i + 1, snippet] as const))('snippet %i says the truth', (_, snippet) => {
    let compared = 0;
    const compare = (found: unknown, claimed: unknown, what: string): void => {
      compared++;
      expect(found, what).toEqual(claimed);
    };
    new Function('modules', 'compare', runnable(snippet))(modules, compare);
    expect(compared).toBeGreaterThan(0);
  });
});
