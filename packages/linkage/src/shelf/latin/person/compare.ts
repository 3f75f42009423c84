// How do two Latin names agree, given name and surname taken together? A swap, a nickname or an initial is an outcome of its own; symmetric.
import { jaroWinklerOf, osaOf } from '../../text/index.ts';
import { areNicknames } from '../nicknames.ts';
import { personLevel } from './levels.ts';
import type { LatinName, NamePart } from './name.ts';

const CLOSE = 0.92;
const NEAR = 0.8;

/** 3 the same, 2 close (an edit, a nickname, an initial), 1 somewhat alike, 0 not. */
type Grade = 0 | 1 | 2 | 3;

const grade = (a: NamePart, b: NamePart, given: boolean, nicknames: boolean): Grade => {
  if (a.text === b.text) return 3;
  if (given && (isInitial(a, b) || isInitial(b, a) || (a.first === b.first && a.first.length > 1))) return 2;
  if (given && nicknames && areNicknames(a.first, b.first)) return 2;
  const alike = jaroWinklerOf(a.points, b.points);
  if (alike >= CLOSE || (Math.min(a.points.length, b.points.length) >= 4 && alike >= NEAR && osaOf(a.points, b.points) === 1)) return 2;
  return alike >= NEAR ? 1 : 0;
};

const isInitial = (a: NamePart, b: NamePart): boolean => a.text.length === 1 && b.text.startsWith(a.text);

const LEVELS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      ['33', 'same'],
      ['32', 'given-close'],
      ['23', 'surname-close'],
      ['22', 'both-close'],
      ['31', 'given-near'],
      ['13', 'surname-near'],
      ['21', 'both-near'],
      ['12', 'both-near'],
      ['11', 'both-near'],
      ['03', 'given'],
      ['30', 'surname'],
      ['20', 'one-near'],
      ['02', 'one-near'],
      ['10', 'different'],
      ['01', 'different'],
      ['00', 'different'],
    ] as const
  ).map(([grades, id]) => [grades, personLevel(id)]),
);
const SWAPPED = personLevel('swapped');
const SWAPPED_CLOSE = personLevel('swapped-close');
const SURNAME_KNOWN = personLevel('surname-known');
const GIVEN_KNOWN = personLevel('given-known');
const ONE_NEAR = personLevel('one-near');
const DIFFERENT = personLevel('different');

/** Index into PERSON_LEVELS, at least 1. */
export const compareLatinNames = (a: LatinName, b: LatinName, nicknames = true): number => {
  if (!a.given || !a.surname || !b.given || !b.surname) return comparePartly(a, b, nicknames);
  const surname = grade(a.surname, b.surname, false, nicknames);
  const given = grade(a.given, b.given, true, nicknames);
  if (surname < 3 || given < 3) {
    const crossed = Math.min(grade(a.given, b.surname, false, false), grade(a.surname, b.given, false, false));
    if (crossed === 3) return SWAPPED;
    if (crossed === 2 && surname + given < 4) return SWAPPED_CLOSE;
  }
  return LEVELS[`${surname}${given}`]!;
};

/** One part is missing on at least one side: the other part decides, in its own place or in the missing one's. */
const comparePartly = (a: LatinName, b: LatinName, nicknames: boolean): number => {
  const surname = a.surname && b.surname ? grade(a.surname, b.surname, false, nicknames) : 0;
  const given = a.given && b.given ? grade(a.given, b.given, true, nicknames) : 0;
  const crossed = Math.max(
    a.given && b.surname ? grade(a.given, b.surname, false, false) : 0,
    a.surname && b.given ? grade(a.surname, b.given, false, false) : 0,
  );
  if (surname === 3) return SURNAME_KNOWN;
  if (given === 3) return GIVEN_KNOWN;
  return Math.max(surname, given, crossed) >= 2 ? ONE_NEAR : DIFFERENT;
};
