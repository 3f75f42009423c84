// Things we want less of, counted. More fails; fewer fails too, with the new number to write into house.json.
import type { Source } from './sources.ts';

const code = (source: Source): string => source.text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
const count = (sources: readonly Source[], form: RegExp, read: (source: Source) => string = code): number =>
  sources.reduce((sum, source) => sum + (read(source).match(form)?.length ?? 0), 0);
const lines = (source: Source): number => source.text.split('\n').length;

/** Current counts by name, over all hand-written sources. A table (folder `data`, `golden`, file `*-table.ts`) may be long. */
export function countRatchets(sources: readonly Source[]): Record<string, number> {
  const shipped = sources.filter((source) => !source.test);
  const logic = shipped.filter((source) => !/\/(data|golden|tables?)\/|-table\.ts$|messages/.test(source.path));
  return {
    anyTypes: count(sources, /:\s*any\b|<any>|\bas any\b/g),
    asCasts: count(shipped, /\bas (?!const\b)[A-Z{]/g),
    skippedTests: count(sources, /\b(?:it|test|describe)\.(?:skip|todo|only)\(/g),
    longestFile: Math.max(0, ...logic.map(lines)),
    filesOver300: logic.filter((source) => lines(source) > 300).length,
    lintExemptions: count(sources, /biome-ignore|@ts-ignore|@ts-expect-error/g, (source) => source.text),
  };
}
