// What is a moment? An ISO-8601 UTC text with milliseconds (`2026-11-22T08:00:00.000Z`): it sorts as text and survives JSON.

import type { Brand } from '../lang/brand.ts';
import type { Problem } from '../lang/problem.ts';
import { fail, ok, type Result } from '../lang/result.ts';

/** A moment in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type Instant = Brand<string, 'Instant'>;

const shape = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads an ISO-8601 moment with an offset; anything without `Z` or an offset is refused, since its zone would be a guess. */
export function parseInstant(raw: string): Result<Instant, Problem> {
  const parts = shape.exec(raw);
  if (parts === null) return fail({ code: 'instantUnreadable', raw });
  const ms = Date.parse(raw);
  const day = Number(parts[3]);
  // Date.parse rolls 2024-02-30 over into March: the day must survive the round trip.
  const lastDay = new Date(Date.UTC(Number(parts[1]), Number(parts[2]), 0)).getUTCDate();
  if (Number.isNaN(ms) || Number(parts[4]) > 23 || day < 1 || day > lastDay) return fail({ code: 'instantUnreadable', raw });
  return ok(instantFromMs(ms));
}

/** The moment `ms` milliseconds after 1970-01-01T00:00Z. */
export function instantFromMs(ms: number): Instant {
  return new Date(ms).toISOString() as Instant;
}

/** Milliseconds since 1970-01-01T00:00Z. */
export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

/** `instant` moved by `hours` (may be negative or fractional). */
export function addHours(instant: Instant, hours: number): Instant {
  return instantFromMs(msOf(instant) + hours * 3_600_000);
}

/** Hours from `from` to `to`, fractional, negative if `to` is earlier. */
export function hoursBetween(from: Instant, to: Instant): number {
  return (msOf(to) - msOf(from)) / 3_600_000;
}
