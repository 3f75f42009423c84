// Which edges and contacts does a view not have? Law 8: what a victim keeps from somebody does not exist in any view that shows that somebody,
// nor for an actor who does not reach the victim on the victim's side. The policies cut the same rows before; this is the second cut.

import type { FamilyGraph, GraphContact, GraphKin, GraphMember } from './graph.ts';

/** What the viewer holds (core/access, law-eight, `View` without the persons, which the graph itself gives). */
export interface Sides {
  readonly victimSide: readonly string[];
  readonly offenderSide: readonly string[];
}

/** Whether a fact of `owner` may be in a view that shows these people to somebody with these sides. */
export const inView = (
  fact: { hidden: boolean; hiddenFrom: readonly string[] },
  owner: string,
  shown: ReadonlySet<string>,
  sides: Sides,
): boolean =>
  !fact.hidden || (sides.victimSide.includes(owner) && !fact.hiddenFrom.some((id) => shown.has(id) || sides.offenderSide.includes(id)));

/**
 * The graph without what law 8 hides. People who are only reached over a hidden edge go too, with their cases, reports and flags.
 * @param focus the person the picture is about
 */
export const cutHidden = (graph: FamilyGraph, focus: string, sides: Sides): FamilyGraph => {
  const shown = new Set(graph.people.map((p) => p.id));
  const kin = graph.kin.filter((edge: GraphKin) => inView(edge, edge.from, shown, sides) || inView(edge, edge.to, shown, sides));
  const keeps = (member: GraphMember) => inView(member, member.personId, shown, sides);
  // A home from which somebody is kept is in no view that shows them, and is not for whoever holds their case.
  const kept = ({ keptFrom }: FamilyGraph['households'][number]) => keptFrom.some((id) => shown.has(id) || sides.offenderSide.includes(id));
  const households = graph.households
    .filter((h) => !kept(h))
    .map((h) => ({ ...h, members: h.members.filter(keeps) }))
    .filter((h) => h.members.length > 0);
  const contacts = graph.contacts.filter((contact: GraphContact) => inView(contact, contact.personId, shown, sides));
  const reached = reachable(focus, kin, households);
  for (const one of [...graph.cases, ...graph.reports]) if (one.personIds.includes(focus)) for (const id of one.personIds) reached.add(id);
  const stays = (id: string) => reached.has(id);
  return {
    people: graph.people.filter((p) => stays(p.id)),
    kin: kin.filter((e) => stays(e.from) && stays(e.to)),
    households: households.map((h) => ({ ...h, members: h.members.filter((m) => stays(m.personId)) })).filter((h) => h.members.length > 0),
    contacts: contacts.filter((c) => stays(c.personId)),
    cases: graph.cases.map((c) => ({ ...c, personIds: c.personIds.filter(stays) })).filter((c) => c.personIds.length > 0),
    reports: graph.reports.map((r) => ({ ...r, personIds: r.personIds.filter(stays) })).filter((r) => r.personIds.length > 0),
    flags: graph.flags.filter((f) => stays(f.personId)),
  };
};

const reachable = (focus: string, kin: readonly GraphKin[], households: FamilyGraph['households']): Set<string> => {
  const beside = new Map<string, string[]>();
  const join = (a: string, b: string) => {
    beside.set(a, [...(beside.get(a) ?? []), b]);
    beside.set(b, [...(beside.get(b) ?? []), a]);
  };
  for (const edge of kin) join(edge.from, edge.to);
  for (const { members } of households)
    for (const member of members.slice(1)) join(members[0]?.personId ?? member.personId, member.personId);
  const seen = new Set([focus]);
  for (const id of seen) for (const next of beside.get(id) ?? []) seen.add(next);
  return seen;
};
