// An age that somebody guessed, as the matcher reads it: about how old in which year.
import { dateIn, type Instant, taipei } from '@anwang/core/time';

/** @param at when it was said */
export const guessedAge = (years: number | null | undefined, at: Instant): { readonly years: number; readonly inYear: number } | null =>
  years == null ? null : { years, inYear: Number(dateIn(taipei, at).slice(0, 4)) };
