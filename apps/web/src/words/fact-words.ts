// The coded facts of an event in words: codes, scores, minutes and dates that mean something to a reader; ids, versions and moments stay out of sight.

import { m } from '../paraglide/messages.js';
import { formatDate } from './dates.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;
const hidden = new Set([
  'version',
  'instrumentVersion',
  'seq',
  'county',
  'district',
  'unit',
  'account',
  'programmeVersion',
  'packVersion',
  'reportKind',
  'about',
]);

function one(name: string, value: unknown, word: (code: string) => string): string[] {
  if (typeof value === 'number')
    return name === 'minutes'
      ? [m.fact_minutes({ n: value })]
      : name === 'score'
        ? [m.fact_score({ n: value })]
        : name === 'quantity'
          ? [String(value)]
          : [];
  if (Array.isArray(value)) return value.flatMap((each) => one(name, each, word));
  if (typeof value !== 'string' || value === '' || uuid.test(value) || /^\d{4}-\d\d-\d\dT/.test(value)) return [];
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return [formatDate(value)];
  return [word(value)];
}

/** Facts as one line; empty when nothing in them is for reading. @param word says a code */
export function factWords(facts: Readonly<Record<string, unknown>>, word: (code: string) => string): string {
  return Object.entries(facts)
    .flatMap(([name, value]) => (hidden.has(name) ? [] : one(name, value, word)))
    .join(m.clause_mark());
}
