// Can a fact that was told by telephone be read? By the readers of the matching, so that what is taken can be matched; texts stay as they were typed.
import type { LearnedKind } from '@anwang/core/screening';
import type { PlainDate } from '@anwang/core/time';
import { prepareReported, UNKNOWN_PERSON } from '@anwang/people';
import { givenDay } from './given-day.ts';

type Read = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly reason: string };
const yes = (value: string): Read => ({ ok: true, value });
const no = (reason: string): Read => ({ ok: false, reason });

/** A year as typed: 民國 below 1000. */
const yearOf = (text: string): number | null => {
  const [, digits] = /^\D{0,4}(\d{1,4})\s*年?$/u.exec(text.normalize('NFKC').trim()) ?? [];
  if (digits === undefined) return null;
  return digits.length < 4 ? Number(digits) + 1911 : Number(digits);
};

/** The value as it is kept, or what is wrong with it. */
export function readFact(kind: LearnedKind, value: string, today: PlainDate): Read {
  switch (kind) {
    case 'birthDate': {
      const day = givenDay(value);
      return day === null ? no('notADate') : day > today ? no('future') : yes(day);
    }
    case 'birthYear': {
      const year = yearOf(value);
      const thisYear = Number(today.slice(0, 4));
      return year === null || year < thisYear - 130 ? no('format') : year > thisYear ? no('future') : yes(String(year));
    }
    case 'nationalId': {
      const { identifier } = prepareReported({ ...UNKNOWN_PERSON, nationalId: value });
      return identifier === null || identifier.kind === 'other' ? no('format') : yes(identifier.normal);
    }
    case 'phone':
      return prepareReported({ ...UNKNOWN_PERSON, phones: [value] }).phones.length === 0 ? no('notATelephone') : yes(value);
    case 'name':
      return prepareReported({ ...UNKNOWN_PERSON, name: value }).forms === null ? no('format') : yes(value);
    default:
      return yes(value);
  }
}
