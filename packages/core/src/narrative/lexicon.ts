// By which words is a coded concept known in a narrative? Phrases as data with a version; the reading of them is in the room `narrative`. What is found is
// proposed, never taken: a person confirms or rejects it.

/** What a stretch of text speaks of; drawn in form as well as in colour. */
export const evidenceKinds = ['danger', 'person', 'time', 'place'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What a confirmed finding becomes a fact of: a coded ground or need of the report, or the answer yes to one of its two questions. */
export const findingSets = ['grounds', 'needType', 'immediateDanger', 'childrenInHome'] as const;
export type FindingSet = (typeof findingSets)[number];

/** The concept of a finding; questions have the code `yes`. */
export type FindingConcept = { readonly set: FindingSet; readonly code: string };

/**
 * Phrases of one concept, or of a mere mark (a time, a place, a person) where `concept` is null. A phrase is plain text in which `…` stands for a few characters of
 * the same clause and `#` for a run of digits.
 */
export type LexiconEntry = { readonly kind: EvidenceKind; readonly concept: FindingConcept | null; readonly phrases: readonly string[] };

export type Lexicon = {
  readonly version: string;
  readonly entries: readonly LexiconEntry[];
  /** Words that deny what follows them within `reach` characters of the same clause, and words that look like them and do not. */
  readonly negation: { readonly words: readonly string[]; readonly not: readonly string[]; readonly reach: number };
  /** How many characters `…` may stand for. */
  readonly gap: number;
  /** Characters that end a clause. */
  readonly clauseEnds: string;
};
