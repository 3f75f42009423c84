// Which options are there, and what do their values mean? One table for all verbs; parsed strictly, so that a slip of the hand is said and not ignored.

import { parseArgs } from 'node:util';
import { type Encoding, LinkageProblem } from '../io/index.ts';
import { type ColumnRole, LOCALES, type Locale, ROLES, type Role } from '../roles/index.ts';

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

const OPTIONS = {
  input: texts,
  left: texts,
  right: texts,
  id: text,
  'left-id': text,
  'right-id': text,
  role: texts,
  locale: text,
  language: text,
  out: text,
  model: text,
  run: text,
  truth: texts,
  'truth-id': text,
  labels: texts,
  threshold: text,
  'keep-from': text,
  pairs: text,
  'pair-budget': text,
  rule: texts,
  seed: text,
  count: text,
  record: text,
  'source-column': text,
  encoding: text,
  engine: text,
  spark: text,
  threads: text,
  workers: text,
  memory: text,
  spill: text,
  'one-to-one': flag,
  'one-per-source': flag,
  'no-second-round': flag,
  'no-samples': flag,
  json: flag,
  quiet: flag,
  help: flag,
  version: flag,
} as const;

export type Values = ReturnType<typeof parse>['values'];

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });

/** Splits a command line into options and words; unknown options are a problem that names them. */
export const readOptions = (args: readonly string[]): { values: Values; words: string[] } => {
  try {
    const { values, positionals } = parse(args);
    return { values, words: positionals };
  } catch (error) {
    const name = error instanceof Error ? (/'(-[^' ]+)/.exec(error.message)?.[1] ?? '') : '';
    const unknown = error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    throw new LinkageProblem(
      unknown
        ? { code: 'usage', detail: `There is no option ${name}. See --help.`, detailZh: `沒有 ${name} 這個選項。請看 --help。` }
        : {
            code: 'usage',
            detail: `The option ${name} needs a value, or takes none. See --help.`,
            detailZh: `選項 ${name} 少了值，或不需要值。請看 --help。`,
          },
      error,
    );
  }
};

export const required = (value: string | undefined, option: string): string => {
  if (value === undefined || value === '') throw new LinkageProblem({ code: 'missing-option', option });
  return value;
};

/** File names of a repeatable option that may also hold several, parted by commas. */
export const fileList = (values: readonly string[] | undefined): string[] =>
  (values ?? []).flatMap((v) => v.split(',')).filter((v) => v !== '');

const oneOf = <T extends string>(value: string | undefined, option: string, allowed: readonly T[], fallback: T): T => {
  if (value === undefined) return fallback;
  const found = allowed.find((a) => a === value);
  if (found === undefined) throw new LinkageProblem({ code: 'bad-option', option, value, allowed: allowed.join(', ') });
  return found;
};

const numberIn = (value: string | undefined, option: string, from: number, to: number, wholeOnly: boolean): number | undefined => {
  if (value === undefined) return undefined;
  const n = Number(value);
  if (value.trim() === '' || !(n >= from && n <= to) || (wholeOnly && !Number.isInteger(n))) {
    throw new LinkageProblem({ code: 'bad-option', option, value, allowed: `${from} – ${to}` });
  }
  return n;
};

export const shareOption = (value: string | undefined, option: string): number | undefined => numberIn(value, option, 0, 1, false);
export const countOption = (value: string | undefined, option: string, least = 0): number | undefined =>
  numberIn(value, option, least, Number.MAX_SAFE_INTEGER, true);
export const localeOption = (values: Values): Locale => oneOf(values.locale, '--locale', LOCALES, 'zh-TW');
export const languageOption = (values: Pick<Values, 'language' | 'locale'>): Locale =>
  oneOf(values.language, '--language', LOCALES, LOCALES.find((l) => l === values.locale) ?? 'zh-TW');
export const engineOption = (values: Values): 'duckdb' | 'spark' => oneOf(values.engine, '--engine', ['duckdb', 'spark'], 'duckdb');
export const encodingOption = (values: Values): Encoding =>
  oneOf(values.encoding, '--encoding', ['auto', 'utf-8', 'big5', 'utf-16le', 'utf-16be'], 'auto');

const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** `--role column=role`, repeated; the column's name may itself hold an equals sign. */
export const roleOptions = (values: Values): ColumnRole[] =>
  (values.role ?? []).map((entry) => {
    const at = entry.lastIndexOf('=');
    if (at <= 0) throw new LinkageProblem({ code: 'bad-option', option: '--role', value: entry, allowed: 'COLUMN=ROLE' });
    const column = entry.slice(0, at);
    const role = entry.slice(at + 1);
    if (!isRole(role)) throw new LinkageProblem({ code: 'unknown-role', role, column, allowed: ROLES.join(', ') });
    return { column, role };
  });
