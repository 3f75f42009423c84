// What the desk learns of a reported person afterwards, by telephone: one coded fact at a time, beside the words of the report, which stay as they were.
// How the facts and what was reported make up what is known now, for matching, triage and the screen, stands here.

export const LEARNED_KINDS = ['name', 'birthDate', 'birthYear', 'nationalId', 'phone', 'address', 'school'] as const;
export type LearnedKind = (typeof LEARNED_KINDS)[number];

/** The kind of a stored word; a kind that was never written is an error of the program. */
export const learnedKindOf = (word: string): LearnedKind => {
  const kind = LEARNED_KINDS.find((one) => one === word);
  if (kind === undefined) throw new Error(`no such kind of fact: ${word}`);
  return kind;
};

/** Who said it. */
export const SAID_BY = ['reporter', 'self', 'family', 'school', 'police', 'health', 'agency', 'other'] as const;
export type SaidBy = (typeof SAID_BY)[number];

/** Why a fact was taken back. */
export const BACK_REASONS = ['mistyped', 'otherPerson', 'saidOtherwise'] as const;
export type BackReason = (typeof BACK_REASONS)[number];

/** Kinds that law 8 may hide from the other side. */
export const CONTACT_FACTS: ReadonlySet<LearnedKind> = new Set(['phone', 'address', 'school']);

export interface LearnedFact {
  readonly kind: LearnedKind;
  readonly value: string;
  /** Must stay hidden from the other side. */
  readonly hidden: boolean;
  /** It was taken down wrongly and counts no more. */
  readonly takenBack: boolean;
}

/** What of a reported person the facts are about. */
export interface KnownFacts {
  readonly name: string | null;
  readonly nationalId: string | null;
  /** As written: a day, or a year alone. */
  readonly birthDate: string | null;
  readonly phones: readonly string[];
  readonly addresses: readonly string[];
  readonly school: string | null;
  readonly contactsHidden: boolean;
}

const added = (list: readonly string[], value: string): readonly string[] => (list.includes(value) ? list : [...list, value]);

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const withFact = (known: KnownFacts, { kind, value, hidden, takenBack }: LearnedFact): KnownFacts => {
  // A wrong number that had to stay hidden tells of the danger all the same: the others stay hidden.
  const closed = { ...known, contactsHidden: known.contactsHidden || (hidden && CONTACT_FACTS.has(kind)) };
  if (takenBack) return closed;
  switch (kind) {
    case 'phone':
      return { ...closed, phones: added(known.phones, value) };
    case 'address':
      return { ...closed, addresses: added(known.addresses, value) };
    case 'birthYear':
      // A year does not take the place of a day of the same year.
      return known.birthDate !== null && DAY.test(known.birthDate) && known.birthDate.startsWith(value)
        ? closed
        : { ...closed, birthDate: value };
    default:
      return { ...closed, [kind]: value };
  }
};

/**
 * What is known with the facts, oldest first: telephones and addresses are more, of the others the latest counts; what was taken back counts for nothing.
 * Contacts of somebody of whom one must stay hidden are hidden together.
 */
export const withLearned = <Given extends KnownFacts>(
  given: Given,
  facts: readonly LearnedFact[],
): Omit<Given, keyof KnownFacts> & KnownFacts => ({
  ...given,
  ...facts.reduce<KnownFacts>(withFact, given),
});

/** An age to reckon with where only the year of birth is known. */
export const ageFromYear = (birthDate: string | null, inYear: number): number | null =>
  birthDate !== null && /^\d{4}$/.test(birthDate) && Number(birthDate) <= inYear ? inYear - Number(birthDate) : null;
