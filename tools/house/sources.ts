// Which source files does the house have, and what does each import? Read as text: types are erased at run time, but they bind rooms all the same.
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from './list-files.ts';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export interface Source {
  /** Path from the root, with forward slashes. */
  readonly path: string;
  /** Member that owns the file: `core`, `server`, … ; null for tools and root files. */
  readonly member: string | null;
  readonly test: boolean;
  readonly text: string;
  /** Import specifiers as written, types included. */
  readonly imports: readonly string[];
  /** Those that are still there at run time. */
  readonly valueImports: readonly string[];
}

const importForms = [
  /(?:^|[\n;])\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]/g,
  /(?:^|[\n;])\s*import\s*['"]([^'"]+)['"]/g,
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
];

/** Specifiers of all static, bare and dynamic imports in a text. Comments are removed first, so that prose is not read as code. */
export function importsOf(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
  return importForms.flatMap((form) => [...code.matchAll(form)].map((found) => found[1] ?? ''));
}

const typeOnly = /(?:^|[\n;])\s*(?:import|export)\s+(?:type\s[^'"`;]*?|\{(?:\s*type\s+[^,}]+,?)+\s*\}\s*)from\s*['"][^'"]+['"]/g;

/** Specifiers that remain when types are stripped. */
export function valueImportsOf(text: string): string[] {
  return importsOf(text.replace(typeOnly, '\n'));
}

/** The member a path lies in, by the layout packages/<m>, apps/<m>, testkit, bench. */
function memberOf(path: string): string | null {
  const [first, second] = path.split('/');
  if ((first === 'packages' || first === 'apps') && second) return second;
  return first === 'testkit' || first === 'bench' ? first : null;
}

const generatedFile = /(^|\/)(generated|json|dist|paraglide|node_modules)\/|\.generated\./;
const testFile = /\.test\.tsx?$|(^|\/)(e2e|__fixtures__|testing)\//;

/** Every hand-written TypeScript file. */
export function readSources(): Source[] {
  const paths = listFiles(root, ['']).filter((path) => /\.tsx?$/.test(path) && !generatedFile.test(path));
  return paths.map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return {
      path,
      member: memberOf(path),
      test: testFile.test(path) || path.startsWith('testkit/'),
      text,
      imports: importsOf(text),
      valueImports: valueImportsOf(text),
    };
  });
}

/** Resolves a relative specifier to a path from the root; null for packages. */
export function resolveRelative(from: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier)) : null;
}
