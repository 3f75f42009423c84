// What is a household? Registered (戶籍) and lived-in households are two things: one has a number of the registration office, the other is where people sleep.
// The number is a letter and seven digits as printed on the household certificate [M: shape from practice, not from a rule that was read].

import type { Brand } from '../lang/brand.ts';
import type { Problem } from '../lang/problem.ts';
import { fail, ok, type Result } from '../lang/result.ts';
import { foldId } from './national-id.ts';

/** The number of a registered household. */
export type HouseholdNo = Brand<string, 'HouseholdNo'>;

/** Registered with the office, or living together in fact. */
export type HouseholdKind = 'registered' | 'lived';

/** Reads a household number. */
export function parseHouseholdNo(raw: string): Result<HouseholdNo, Problem> {
  const text = foldId(raw);
  return /^[A-Z]\d{7}$/.test(text) ? ok(text as HouseholdNo) : fail({ code: 'householdNoMalformed' });
}
