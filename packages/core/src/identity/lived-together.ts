// Who lives together, when each statement says it of two people? A case's word outweighs a report's, the later one the earlier; nobody stands in one home with
// somebody of whom it is said that they live apart, nor, unless it is said of these two, with somebody from whom they are protected.

/** A statement: whether `person` lives with `subject`, since and until when. */
export type HomeStatement = {
  readonly id: string;
  readonly person: string;
  readonly subject: string;
  readonly lives: boolean;
  readonly since: string | null;
  /** They lived together until then. */
  readonly until: string | null;
  readonly source: 'report' | 'worker';
  readonly saidAt: string;
};
/** Two people in no order. */
export type Pair = readonly [string, string];
export type ToldMember = {
  readonly person: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly source: HomeStatement['source'];
};
export type ToldHome = { readonly id: string; readonly members: readonly ToldMember[] };

const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
const weight = ({ source, saidAt, id }: HomeStatement): string => `${source === 'worker' ? 1 : 0} ${saidAt} ${id}`;

/** Whether it says that they live together now. */
export const isTogether = ({ lives, until }: HomeStatement): boolean => lives && until === null;

/** The statement that counts for each two people, the weightiest first. */
export function lastWords(statements: readonly HomeStatement[]): HomeStatement[] {
  const sorted = statements
    .filter(({ person, subject }) => person !== subject)
    .toSorted((a, b) => (weight(a) < weight(b) ? 1 : weight(a) > weight(b) ? -1 : 0));
  return [...new Map(sorted.toReversed().map((one) => [keyOf(one.person, one.subject), one])).values()].toSorted((a, b) =>
    weight(a) < weight(b) ? 1 : -1,
  );
}

/**
 * The homes, each with who lives there now and who has left.
 * @param opposed people who are kept from each other
 */
export function livedTogether(statements: readonly HomeStatement[], opposed: readonly Pair[]): ToldHome[] {
  const words = lastWords(statements);
  const together = words.filter(isTogether);
  const said = new Set(together.map(({ person, subject }) => keyOf(person, subject)));
  const apart = new Set([
    ...words.filter((word) => !isTogether(word)).map(({ person, subject }) => keyOf(person, subject)),
    ...opposed.map(([a, b]) => keyOf(a, b)).filter((key) => !said.has(key)),
  ]);
  let homes: { readonly id: string; readonly people: ReadonlySet<string> }[] = [];
  for (const { id, person, subject } of together) {
    const touched = homes.filter(({ people }) => people.has(person) || people.has(subject));
    if (touched.some(({ people }) => people.has(person) && people.has(subject))) continue;
    // The home that both fit into; where none does, the two have one of their own beside it.
    const fits = touched.filter(({ people }) =>
      [...people].every((one) => !apart.has(keyOf(one, person)) && !apart.has(keyOf(one, subject))),
    );
    const joined = new Set([person, subject]);
    const taken = fits.filter(({ people }) => {
      if ([...people].some((one) => [...joined].some((other) => apart.has(keyOf(one, other))))) return false;
      for (const one of people) joined.add(one);
      return true;
    });
    homes = [...homes.filter((home) => !taken.includes(home)), { id: taken[0]?.id ?? id, people: joined }];
  }
  return homes.map(({ id, people }) => {
    const now = [...people].toSorted().map((person) => ({ ...spell(together, person, people), person, until: null }));
    const left = words.filter(({ lives, until }) => lives && until !== null).flatMap((word) => gone(word, people));
    return { id, members: [...now, ...new Map(left.map((one) => [one.person, one])).values()] };
  });
}

const spell = (together: readonly HomeStatement[], person: string, people: ReadonlySet<string>) => {
  const own = together.find((word) => [word.person, word.subject].includes(person) && people.has(word.person) && people.has(word.subject));
  return { since: own?.person === person ? own.since : null, source: own?.source ?? ('report' as const) };
};

/** Who has left, by a word about them and somebody who lives there. */
const gone = ({ person, subject, since, until, source }: HomeStatement, people: ReadonlySet<string>): ToldMember[] =>
  people.has(person) === people.has(subject) ? [] : [{ person: people.has(person) ? subject : person, since, until, source }];
