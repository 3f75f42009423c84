// Who works on the case and who belongs to it? The part of the fold about lead, collaborators, shares and members.

import type { Instant } from '../time/instant.ts';
import type { CaseEvent } from './event.ts';
import { stepMembership } from './membership.ts';
import type { CaseState } from './state.ts';
import { toStage } from './to-stage.ts';

type HelpEvent = Extract<
  CaseEvent,
  {
    type:
      | 'workerAssigned'
      | 'leadHandedOver'
      | 'collaboratorAdded'
      | 'collaboratorEnded'
      | 'shareGranted'
      | 'shareEnded'
      | 'memberAdded'
      | 'memberRoleChanged'
      | 'memberRemoved'
      | 'personReplaced'
      | 'personRestored';
  }
>;

function lead(state: CaseState, worker: string, unit: string, at: Instant): CaseState {
  const leads = [
    ...state.leads.map((spell) => (spell.until === null ? { ...spell, until: at } : spell)),
    { worker, unit, since: at, until: null },
  ];
  const assigned: CaseState = { ...state, lead: worker, unit, leads };
  return state.stage === 'accepted' ? toStage(assigned, 'assigned', at) : assigned;
}

/** One event about the people and helpers of a case. */
export function stepHelp(state: CaseState, event: HelpEvent): CaseState {
  const at = event.happenedAt;
  switch (event.type) {
    case 'workerAssigned':
      return lead(state, event.facts.worker, event.facts.unit, at);
    case 'leadHandedOver':
      return lead(state, event.facts.to, event.facts.unit, at);
    case 'collaboratorAdded': {
      const { account, unit, duty, until } = event.facts;
      const added = { account, unit, duty, plannedUntil: until ?? null, since: at, until: null };
      return { ...state, collaborators: [...state.collaborators, added] };
    }
    case 'collaboratorEnded': {
      const { account, unit } = event.facts;
      const ended = (one: { account: string | null; unit: string; until: Instant | null }) =>
        one.account === account && one.unit === unit && one.until === null;
      return { ...state, collaborators: state.collaborators.map((one) => (ended(one) ? { ...one, until: at } : one)) };
    }
    case 'shareGranted': {
      const { share, ...terms } = event.facts;
      return { ...state, shares: [...state.shares, { id: share, ...terms, from: at, ended: false }] };
    }
    case 'shareEnded':
      return {
        ...state,
        shares: state.shares.map((share) =>
          share.id === event.facts.share && !share.ended ? { ...share, until: at, ended: true } : share,
        ),
      };
    case 'memberAdded':
    case 'memberRoleChanged':
    case 'memberRemoved':
    case 'personReplaced':
    case 'personRestored':
      return { ...state, ...stepMembership(state, event) };
  }
}
