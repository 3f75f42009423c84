// What does a report say of a person? Everything as written, nothing certain: null or an empty list is "unknown", which is an answer.

/** A person as a report or a feed names them. */
export interface ReportedPerson {
  /** As written: 陳怡君, 陳○明, Walis Nokan; null = unnamed. */
  readonly name: string | null;
  /** As written: a national or residence number, perhaps masked or mistyped. */
  readonly nationalId: string | null;
  /** As written: ISO, 1130229, 民國113年2月29日, a year alone. */
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | 'other' | null;
  readonly phones: readonly string[];
  readonly addresses: readonly string[];
  /** About how old in which year, where nobody knows the day of birth. */
  readonly age?: { readonly years: number; readonly inYear: number } | null;
  /** In which district of the county the report says they are. */
  readonly district?: string | null;
}

/** Nothing known at all. */
export const UNKNOWN_PERSON: ReportedPerson = { name: null, nationalId: null, birthDate: null, sex: null, phones: [], addresses: [] };
