// Who belongs to a case, now that the index knows better who somebody is? Events name persons as they were known; a link that was confirmed, undone, merged or
// split afterwards adds `personReplaced`, taking that back adds `personRestored`. Names are read through the replacements in force, so both ways are exact.

import type { PersonId } from '../lang/ids.ts';
import type { Instant } from '../time/instant.ts';
import type { CaseEvent, CaseFactsByType, MemberFact } from './event.ts';

/** From `seq` on, whoever was named `from` before is `to`, by this decision of the index. */
export type Replacement = { readonly decision: string; readonly from: PersonId; readonly to: PersonId; readonly seq: number };
/** A member as the event named it. */
export type NamedMember = MemberFact & { readonly seq: number; readonly since: Instant; readonly until: Instant | null };
/** A member of the case, with when they joined and left. */
export type Member = MemberFact & { readonly since: Instant; readonly until: Instant | null };

/** The part of the state about members. `members` follows from the other two. */
export type Membership = {
  readonly named: readonly NamedMember[];
  readonly replacements: readonly Replacement[];
  readonly members: readonly Member[];
};

type MembershipType = 'caseDispatched' | 'memberAdded' | 'memberRoleChanged' | 'memberRemoved' | 'personReplaced' | 'personRestored';
/** What this part of the fold needs of an event; of the dispatch only its members. */
export type MembershipEvent = {
  readonly [T in MembershipType]: {
    readonly type: T;
    readonly seq: number;
    readonly happenedAt: Instant;
    readonly facts: T extends 'caseDispatched' ? Pick<CaseFactsByType['caseDispatched'], 'members'> : CaseFactsByType[T];
  };
}[MembershipType];

/** Before the first event. */
export const nobody: Membership = { named: [], replacements: [], members: [] };

/** Who a person named by event `seq` is, by the replacements in force. */
export function whoIs(replacements: readonly Replacement[], named: PersonId, seq: number): PersonId {
  return replacements.reduce((person, one) => (one.seq > seq && one.from === person ? one.to : person), named);
}

/** The replacements that are in force after all these events. */
export function replacementsIn(events: readonly CaseEvent[]): readonly Replacement[] {
  const undone = new Set(events.flatMap((event) => (event.type === 'personRestored' ? [event.facts.decision] : [])));
  return events.flatMap((event) =>
    event.type === 'personReplaced' && !undone.has(event.facts.decision) ? [{ ...event.facts, seq: event.seq }] : [],
  );
}

// Two who turned out to be one stand once in each role: the open spell before the ended one, else the one named first.
function seen(named: readonly NamedMember[], replacements: readonly Replacement[]): Member[] {
  const members = named.map(({ seq, ...one }) => ({ ...one, person: whoIs(replacements, one.person, seq) }));
  const open = (one: Member, person: PersonId, role: string) => one.until === null && one.person === person && one.role === role;
  return members.filter(
    (member, at) => member.until !== null || members.findIndex((other) => open(other, member.person, member.role)) === at,
  );
}

const settled = (part: Omit<Membership, 'members'>): Membership => ({ ...part, members: seen(part.named, part.replacements) });

/** The membership after one more event. */
export function stepMembership({ named, replacements, members }: Membership, event: MembershipEvent): Membership {
  const { seq, happenedAt: since } = event;
  const present = (one: NamedMember, person: PersonId) => one.until === null && whoIs(replacements, one.person, one.seq) === person;
  switch (event.type) {
    case 'caseDispatched':
      return settled({ named: event.facts.members.map((member) => ({ ...member, seq, since, until: null })), replacements });
    case 'memberAdded':
      if (members.some((member) => member.person === event.facts.person && member.until === null)) return { named, replacements, members };
      return settled({ named: [...named, { ...event.facts, seq, since, until: null }], replacements });
    case 'memberRoleChanged': {
      const { was, ...fact } = event.facts;
      const changes = (one: NamedMember) => present(one, fact.person) && one.role === was;
      if (!named.some(changes)) return { named, replacements, members };
      const ended = named.map((one) => (changes(one) ? { ...one, until: since } : one));
      return settled({ named: [...ended, { ...fact, seq, since, until: null }], replacements });
    }
    case 'memberRemoved': {
      const leaves = (one: NamedMember) => present(one, event.facts.person);
      return settled({ named: named.map((one) => (leaves(one) ? { ...one, until: since } : one)), replacements });
    }
    case 'personReplaced':
      return settled({ named, replacements: [...replacements, { ...event.facts, seq }] });
    case 'personRestored':
      return settled({ named, replacements: replacements.filter((one) => one.decision !== event.facts.decision) });
  }
}

/** One row per person and role for the tables: the open spell, else the latest. */
export function standingMembers(members: readonly Member[]): Member[] {
  const rows = new Map<string, Member>();
  for (const member of members) {
    const key = `${member.person} ${member.role}`;
    if (member.until === null || rows.get(key)?.until !== null) rows.set(key, member);
  }
  return [...rows.values()];
}
