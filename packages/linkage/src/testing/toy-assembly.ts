// A small assembly of comparisons for tests of the engine: independent of the role shelf, so that a fault there does not hide one here.
import type { Assembly, BlockingRule, BoundComparison, Comparison, Words } from '../roles/types.ts';
import { jaroWinkler, levenshtein } from '../shelf/text/index.ts';

const words = (en: string): Words => ({ zh: en, en });

/** Trimmed lower-case text with four ordered levels, by Jaro-Winkler or by edits. */
function toyComparison(id: string, how: 'similarity' | 'edits'): Comparison<string> {
  const levels = ['missing', 'same', 'near', 'far', 'different'].map((name, i) => ({
    id: name,
    label: words(name),
    m: [0, 0.85, 0.08, 0.03, 0.04][i]!,
    u: [0, 0.01, 0.02, 0.07, 0.9][i]!,
    ...(name === 'same' ? { frequency: 'value' as const } : {}),
  }));
  return {
    id,
    locale: 'en',
    inputs: ['category'],
    label: words(id),
    levels,
    facets: [
      { id: 'whole', label: words('whole') },
      { id: 'start', label: words('first two characters') },
    ],
    prepare: ([raw]) => {
      const text = raw?.trim().toLowerCase() ?? '';
      return text === '' ? null : text;
    },
    compare: (a, b) => {
      if (a === b) return 1;
      if (how === 'edits') return [4, 2, 3][levenshtein(a, b)] ?? 4;
      const similarity = jaroWinkler(a, b);
      return similarity >= 0.9 ? 2 : similarity >= 0.8 ? 3 : 4;
    },
    facetsOf: (value) => [value, value.slice(0, 2)],
    format: (value) => value,
  };
}

/** One toy comparison per column, a rule for each whole value given in `alone`, and one for each pair in `pairs`. */
export function toyAssembly(
  columns: readonly (readonly [string, 'similarity' | 'edits'])[],
  alone: readonly string[],
  pairs: readonly (readonly [string, string])[] = [],
): Assembly {
  const comparisons: BoundComparison[] = columns.map(([name, how]) => ({
    id: name,
    columns: [name],
    comparison: toyComparison(name, how) as Comparison,
  }));
  const whole = (comparison: string) => ({ comparison, facet: 'whole' });
  const rules: BlockingRule[] = [
    ...alone.map((name) => ({ id: name, label: words(name), parts: [whole(name)], looseness: 1 })),
    ...pairs.map(([a, b]) => ({ id: `${a}+${b}`, label: words(`${a} and ${b}`), parts: [whole(a), whole(b)], looseness: 1 })),
  ];
  return { locale: 'en', comparisons, refinements: [], rules };
}
