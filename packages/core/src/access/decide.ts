// May this actor do this, for this purpose, to this thing, now? The reference reading of roles and grants; short, and slow on purpose.
// Row-level policies are generated from the same data and held against this function by a property test on generated worlds.

import type { Instant } from '../time/instant.ts';
import type { Action } from './actions.ts';
import type { Actor, Grant } from './actor.ts';
import { type DataClass, dataClasses } from './data-class.ts';
import type { Purpose } from './purposes.ts';
import { holdsAt, reaches, sharesFor } from './reaches.ts';
import type { Resource } from './resource.ts';
import type { RoleRule } from './role.ts';
import type { RoleId } from './role-ids.ts';
import { roles } from './roles.ts';

/** Why a decision came out as it did. */
export type DecisionReason =
  | 'granted'
  | 'noGrant'
  | 'grantExpired'
  | 'grantNotYet'
  | 'purposeNotAllowed'
  | 'outOfReach'
  | 'ownProposal'
  | 'relative';

/** What the decision rests on: the role, the reach of the grant, and the narrowing that was met. */
export type Basis = { readonly role: RoleId; readonly reach: Grant['reach']; readonly within?: RoleRule['within'] };

/** A decision: allowed or not, on which grants, with which classes of data. `mask` lists the classes that are visible. */
export type Decision = {
  readonly allow: boolean;
  readonly basis: readonly Basis[];
  readonly mask: readonly DataClass[];
  readonly reason: DecisionReason;
};

/** Acts by which one person decides what another proposed. */
const decidingActions: readonly Action[] = ['report.review', 'case.approve', 'report.arbitrate'];
/** Acts that a relative of the family may not do. Handing the case to somebody else stays open (`case.assign`): so one withdraws. */
export const barredForRelatives: readonly Action[] = [
  'report.screen',
  'report.review',
  'report.dispatch',
  'report.arbitrate',
  'case.accept',
  'case.approve',
  'case.record',
  'case.assess',
  'case.plan',
  'case.refer',
  'case.close',
  'case.reopen',
  'case.share',
];

function refuse(reason: DecisionReason): Decision {
  return { allow: false, basis: [], mask: [], reason };
}

/** The rules of a grant that name `action`; a grant's own list of actions narrows its role. */
function rulesOf(grant: Grant, action: Action): readonly RoleRule[] {
  if (grant.actions !== undefined && !grant.actions.includes(action)) return [];
  const key = `${grant.role} ${action}`;
  const known = rulesByAct.get(key);
  if (known !== undefined) return known;
  const rules = roles[grant.role].rules.filter((rule) => rule.actions.includes(action));
  rulesByAct.set(key, rules);
  return rules;
}

/** What was filtered out of the roles: as many entries as there are roles and acts. A screen asks for some twenty acts at once. */
const rulesByAct = new Map<string, readonly RoleRule[]>();

/**
 * Decides one act on one thing.
 * @param resource null = the act as such, without a thing yet (may this actor create reports at all? is this page in the menu?); reach is then not asked.
 * @returns the union of what all matching grants show; for things reached through a share, the classes of the share.
 */
export function decide(actor: Actor, action: Action, purpose: Purpose, resource: Resource | null, now: Instant): Decision {
  const named = actor.grants.filter((grant) => rulesOf(grant, action).length > 0);
  if (named.length === 0) return refuse('noGrant');
  const active = named.filter((grant) => holdsAt(grant, now));
  if (active.length === 0) return refuse(named.every((grant) => now < grant.from) ? 'grantNotYet' : 'grantExpired');
  const fitting = active.flatMap((grant) =>
    rulesOf(grant, action)
      .filter((rule) => rule.purposes.includes(purpose))
      .map((rule) => ({ grant, rule })),
  );
  if (fitting.length === 0) return refuse('purposeNotAllowed');
  if (resource !== null && barredForRelatives.includes(action) && (resource.relatives ?? []).includes(actor.id)) return refuse('relative');
  if (resource !== null && decidingActions.includes(action) && resource.proposedBy === actor.id) return refuse('ownProposal');

  const basis: Basis[] = [];
  const seen = new Set<DataClass>();
  for (const { grant, rule } of fitting) {
    if (resource !== null) {
      if (!reaches(actor, grant.reach, resource, now)) continue;
      if (rule.within !== undefined && !reaches(actor, { kind: rule.within }, resource, now)) continue;
    }
    basis.push(
      rule.within === undefined ? { role: grant.role, reach: grant.reach } : { role: grant.role, reach: grant.reach, within: rule.within },
    );
    for (const name of rule.classes) seen.add(name);
    if (resource !== null && (grant.reach.kind === 'shared' || rule.within === 'shared'))
      for (const share of sharesFor(actor, resource, now)) for (const name of share.classes) seen.add(name);
  }
  if (basis.length === 0) return refuse('outOfReach');
  return { allow: true, basis, mask: dataClasses.filter((name) => seen.has(name)), reason: 'granted' };
}
