// Homes as reports and cases tell them, beside those that are recorded: what a case says of two people counts in a recorded home too, and each home says whom it is
// kept from: whoever is on the other side of somebody who lives there, and does not live there (house law 8).

import { type HomeStatement, lastWords, livedTogether, type Pair, type ToldMember } from '@anwang/core/identity';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

type Member = {
  readonly personId: string;
  readonly relation: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly source: string;
  readonly confidence: 'confirmed' | 'probable' | 'reported';
  readonly hidden: boolean;
  readonly hiddenFrom: string[];
};
type Home = {
  readonly id: string;
  readonly kind: 'registered' | 'lived';
  readonly district: string | null;
  readonly members: readonly Member[];
  readonly keptFrom: readonly string[];
};

/** What is stated of the homes of these people, as far as the session may read where it is stated. */
export async function readHomeStatements(tx: Tx, ids: readonly string[]): Promise<HomeStatement[]> {
  const { rows } = await sql<HomeStatement>`
    select id, person_id as person, subject_id as subject, lives, since, until, source, said_at as "saidAt"
    from people.stated_homes(${[...ids]}::uuid[]) order by id`.execute(tx);
  return rows;
}

/** Who is kept from whom among, or from, these people. */
export async function readOpposed(tx: Tx, ids: readonly string[]): Promise<Pair[]> {
  const { rows } = await sql<{ a: string; b: string }>`
    select person_id as a, other_id as b from people.opposed(${[...ids]}::uuid[]) order by 1, 2`.execute(tx);
  return rows.map(({ a, b }): Pair => [a, b]);
}

const asMember = ({ person, since, until, source }: ToldMember): Member => ({
  personId: person,
  relation: 'told',
  since,
  until,
  source,
  confidence: source === 'worker' ? 'confirmed' : 'reported',
  hidden: false,
  hiddenFrom: [],
});

const present = (home: { readonly members: readonly Member[] }): string[] =>
  home.members.flatMap((one) => (one.until === null ? [one.personId] : []));

/** Somebody of whom a case says that they no longer live with another of the home has left it. */
function withWords(home: Omit<Home, 'keptFrom'>, words: readonly HomeStatement[]): Omit<Home, 'keptFrom'> {
  const here = new Set(present(home));
  const left = words.filter(
    (word) => word.source === 'worker' && here.has(word.person) && here.has(word.subject) && !(word.lives && word.until === null),
  );
  const members = home.members.map((one) => {
    const word = one.until === null ? left.find(({ person }) => person === one.personId) : undefined;
    return word === undefined
      ? one
      : { ...one, until: word.until ?? word.saidAt.slice(0, 10), source: 'worker', confidence: 'confirmed' as const };
  });
  return { ...home, members };
}

/** Recorded and told homes together; a told one that a recorded one has in it stands there alone. */
export function withToldHomes(
  recorded: readonly Omit<Home, 'keptFrom'>[],
  statements: readonly HomeStatement[],
  opposed: readonly Pair[],
): Home[] {
  const words = lastWords(statements);
  const known = recorded.map((home) => (home.kind === 'lived' ? withWords(home, words) : home));
  const within = (inner: readonly string[], outer: readonly string[]) => inner.every((id) => outer.includes(id));
  const told = livedTogether(statements, opposed)
    .map(({ id, members }) => ({ id, kind: 'lived' as const, district: null, members: members.map(asMember), told: true }))
    .filter((home) => !known.some((other) => other.kind === 'lived' && within(present(home), present(other))));
  const whom = (home: { readonly members: readonly Member[] }): string[] => {
    const here = new Set(present(home));
    const others = opposed.flatMap(([a, b]) => (here.has(a) && !here.has(b) ? [b] : here.has(b) && !here.has(a) ? [a] : []));
    return [...new Set(others)].toSorted();
  };
  return [
    ...known.map((home) => ({ ...home, keptFrom: [] })),
    ...told.map(({ told: _told, ...home }) => ({ ...home, keptFrom: whom(home) })),
  ];
}
