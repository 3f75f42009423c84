// A problem as it travels: RFC 9457 with our facts beside the standard members.
import type { Problem } from '@anwang/core/lang';
import { z } from 'zod';
import { problemTable } from './table.ts';

/** What every error reply looks like, whatever went wrong. */
export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  titles: z.object({ 'zh-TW': z.string(), en: z.string() }),
  fields: z
    .array(z.object({ path: z.string(), reason: z.string() }))
    .optional()
    .describe('which fields of the input are wrong, and why'),
  facts: z.record(z.string(), z.unknown()).describe('what the problem knows: both sides of a conflict, when an action opens, …'),
});
export type ProblemDocument = z.output<typeof problemDocument>;

/** The document of a problem; `title` in the language asked for, both languages beside it. */
export function problemToDocument(problem: Problem, language: 'zh-TW' | 'en' = 'zh-TW'): ProblemDocument {
  const row = problemTable[problem.code];
  const title = language === 'en' ? row.en : row.zh;
  const { code, ...facts } = problem;
  const named = fieldsOf(problem);
  const fields = named.length > 0 ? { fields: named } : {};
  return { type: `urn:anwang:problem:${code}`, title, status: row.status, code, titles: { 'zh-TW': row.zh, en: row.en }, ...fields, facts };
}

/** Which fields of the input a problem names, whatever else it knows; an act of a case names those of its command. */
function fieldsOf(problem: Problem): { path: string; reason: string }[] {
  if ('fields' in problem) return [...problem.fields];
  if (problem.code === 'eventInvalid') return [{ path: `command.${problem.path}`, reason: problem.reason }];
  return problem.code === 'reasonCodeNeeded' ? [{ path: problem.field, reason: 'missing' }] : [];
}
