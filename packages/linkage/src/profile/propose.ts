// Which role does each column play, which column is the record's id, and which locale fits? Proposals with reasons, for a person to confirm.

import type { Locale, Role, Words } from '../roles/index.ts';
import { type ColumnFacts, factsOf } from './column-facts.ts';
import { type Hint, nameHints, valueHints } from './hints.ts';

export interface Proposal {
  readonly column: string;
  /** null: better left out. */
  readonly role: Role | null;
  readonly reasons: readonly Words[];
  readonly filled: number;
  readonly distinct: number;
  readonly examples: readonly string[];
}

export interface Profile {
  readonly locale: Locale;
  /** The column that names each record; null if none does. */
  readonly id: string | null;
  readonly columns: readonly Proposal[];
}

export interface Sample {
  readonly column: string;
  readonly values: readonly (string | null)[];
  /** True if all rows of the whole file have a value here and no two the same. */
  readonly unique: boolean;
}

const TRUTH = /^(cluster|true.?id|entity|simulant_id|person_id|household_id|group)$/i;

const strongest = (hints: readonly Hint[]): { role: Role; strength: number; reasons: Words[] } | undefined => {
  const byRole = new Map<Role, Hint[]>();
  for (const hint of hints) byRole.set(hint.role, [...(byRole.get(hint.role) ?? []), hint]);
  const totals = [...byRole].map(([role, list]) => ({
    role,
    strength: list.reduce((sum, h) => sum + h.strength, 0),
    reasons: list.map((h) => h.reason),
  }));
  return totals.sort((a, b) => b.strength - a.strength)[0];
};

const leftOut = (facts: ColumnFacts, reason: Words): Proposal => ({
  column: facts.column,
  role: null,
  reasons: [reason],
  filled: facts.filled,
  distinct: facts.distinct,
  examples: facts.examples,
});

const proposeOne = (facts: ColumnFacts, isId: boolean): Proposal => {
  if (facts.values === 0) return leftOut(facts, { zh: '整欄空白', en: 'it is empty' });
  if (isId) return leftOut(facts, { zh: '每筆都不同，是紀錄編號', en: 'no two rows share a value: it is the record id' });
  if (TRUTH.test(facts.column))
    return leftOut(facts, {
      zh: '看起來是標準答案或分組，不可用來比對',
      en: 'it looks like the answer or a grouping and must not be used to link',
    });
  if (facts.distinctCount === 1) return leftOut(facts, { zh: '每筆都相同，沒有幫助', en: 'it is the same in every row and helps nothing' });
  const best = strongest([...nameHints(facts.column), ...valueHints(facts)]);
  const { column, filled, distinct, examples } = facts;
  if (best !== undefined && best.strength >= 0.4) return { column, role: best.role, reasons: best.reasons, filled, distinct, examples };
  if (facts.meanLength > 40)
    return { column, role: 'free-text', reasons: [{ zh: '文字很長', en: 'its texts are long' }], filled, distinct, examples };
  if (facts.distinctCount <= 60 && distinct < 0.2)
    return {
      column,
      role: 'category',
      reasons: [{ zh: `只有 ${facts.distinctCount} 種值`, en: `it has only ${facts.distinctCount} values` }],
      filled,
      distinct,
      examples,
    };
  return leftOut(facts, { zh: '看不出角色，需要時請自行指定', en: 'its role cannot be told; name it yourself if it matters' });
};

/** Proposes roles from samples of all columns. */
export const proposeRoles = (samples: readonly Sample[]): Profile => {
  const named = samples.filter((s) => s.unique && !TRUTH.test(s.column));
  const id =
    (named.find((s) => /id$|^id|編號|序號|no$|key/i.test(s.column) && nameHints(s.column).length === 0) ?? named[0])?.column ?? null;
  const facts = samples.map((s) => factsOf(s.column, s.values));
  const han = Math.max(0, ...facts.map((f) => f.share(/\p{sc=Han}/u)));
  return { locale: han > 0.2 ? 'zh-TW' : 'en', id, columns: facts.map((f) => proposeOne(f, f.column === id)) };
};
