// The handbook cannot lie: every snippet of these pages is run, and every line that ends in "// → value" is compared with that value.
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import * as access from '@anwang/core/access';
import * as cases from '@anwang/core/cases';
import * as programs from '@anwang/core/programs';
import * as rules from '@anwang/core/rules';
import * as time from '@anwang/core/time';
import { describe, expect, it } from 'vitest';
import * as packs from './index.ts';

const modules: Readonly<Record<string, unknown>> = {
  '@anwang/core/access': access,
  '@anwang/core/cases': cases,
  '@anwang/core/programs': programs,
  '@anwang/core/rules': rules,
  '@anwang/core/time': time,
  '@anwang/packs': packs,
};

function snippetsOf(page: string): string[] {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/handbook', page), 'utf8');
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
}

/** Imports become look-ups, claims become comparisons. */
function runnable(snippet: string): string {
  return stripTypeScriptTypes(
    snippet
      .replace(/^import \{([^}]*)\} from '([^']*)';$/gm, (_all, names: string, from: string) => `const {${names}} = modules['${from}'];`)
      .replace(/^(.*); \/\/ → (.*)$/gm, (_all, left: string, right: string) => `compare((${left}), (${right}), ${JSON.stringify(left)});`),
  );
}

describe.each(['case.md', 'programme.md', 'clock.md', 'access.md'])('docs/handbook/%s', (page) => {
  it.each(snippetsOf(page).map((snippet, index) => [index + 1, snippet] as const))('snippet %i says the truth', (_index, snippet) => {
    let compared = 0;
    const compare = (found: unknown, claimed: unknown, what: string): void => {
      compared += 1;
      expect(found, what).toEqual(claimed);
    };
    new Function('modules', 'compare', runnable(snippet))(modules, compare);
    expect(compared).toBeGreaterThan(0);
  });
});
