// How often does each thing go wrong?
// Shares of records (or of persons, where said) at scale 1; `scaled` multiplies the error rates but leaves who the persons are untouched.

export type Rates = {
  /** Characters of a name. */
  homophone: number;
  lookalike: number;
  variant: number;
  swapped: number;
  dropped: number;
  marriedPrefix: number;
  garbled: number;
  /** Dates. */
  dayMonthSwap: number;
  dateDigit: number;
  firstOfJanuary: number;
  rocYearSlip: number;
  yearOnly: number;
  /** Identifiers. */
  identifierSlip: number;
  identifierBorrowed: number;
  identifierSample: number;
  /** Phones. */
  familyPhone: number;
  phoneDigit: number;
  placeholderPhone: number;
  /** Addresses. */
  oldAddress: number;
  addressPartMissing: number;
  numberSlip: number;
  institution: number;
  /** Others. */
  sexWrong: number;
  /** Multiplies each source's shares of missing values. */
  missing: number;
};

export const RATES: Rates = {
  homophone: 0.06,
  lookalike: 0.02,
  variant: 0.5,
  swapped: 0.012,
  dropped: 0.01,
  marriedPrefix: 0.25,
  garbled: 0.01,
  dayMonthSwap: 0.015,
  dateDigit: 0.025,
  firstOfJanuary: 0.02,
  rocYearSlip: 0.01,
  yearOnly: 0.015,
  identifierSlip: 0.025,
  identifierBorrowed: 0.01,
  identifierSample: 0.008,
  familyPhone: 0.12,
  phoneDigit: 0.02,
  placeholderPhone: 0.008,
  oldAddress: 0.3,
  addressPartMissing: 0.12,
  numberSlip: 0.02,
  institution: 0.006,
  sexWrong: 0.006,
  missing: 1,
};

/** Shares about the persons themselves; no scale touches them. */
export const LIVES = {
  nameChange: 0.015,
  moved: 0.35,
  twins: 0.012,
  secondMobile: 0.25,
  indigenousName: 0.008,
  foreigner: 0.015,
  singleCharacterName: 0.05,
};

/** All error rates times a factor, none above nine in ten. */
export const scaled = (rates: Rates, factor: number): Rates => {
  const entries = Object.entries(rates).map(([name, rate]) => [
    name,
    name === 'missing' ? rate * Math.sqrt(factor) : Math.min(0.9, rate * factor),
  ]);
  return Object.fromEntries(entries) as Rates;
};
