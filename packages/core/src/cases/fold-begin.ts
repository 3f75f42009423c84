// How does a case begin? With its dispatch to a unit.

import type { CaseEventOf } from './event.ts';
import { nobody, stepMembership } from './membership.ts';
import type { CaseState } from './state.ts';

/** The state right after `caseDispatched`. */
export function beginning(event: CaseEventOf<'caseDispatched'>): CaseState {
  const { facts, happenedAt: at } = event;
  return {
    id: event.caseId,
    version: event.seq,
    number: facts.number,
    programme: facts.programme,
    packVersion: facts.packVersion,
    county: facts.county,
    district: facts.district,
    unit: facts.unit,
    stage: 'dispatched',
    stageSince: at,
    band: facts.band,
    grade: facts.grade,
    class: facts.class,
    needs: facts.needs,
    risks: [],
    reports: [facts.report],
    receivedAt: facts.receivedAt,
    dispatchedAt: at,
    acceptedAt: null,
    lead: null,
    leads: [],
    collaborators: [],
    ...stepMembership(nobody, event),
    words: [],
    subject: facts.subject,
    disputed: false,
    contacts: { count: 0, reached: 0, refused: 0, lastAt: null },
    visits: { count: 0, faceToFace: 0, seen: 0, firstAt: null, lastAt: null },
    plans: [],
    supports: [],
    placements: [],
    warnings: [],
    assessments: [],
    gaps: [],
    opening: null,
    openedAt: null,
    plan: null,
    goals: [],
    services: { count: 0, lastAt: null },
    referrals: [],
    shares: [],
    pending: null,
    transfer: null,
    move: null,
    closure: null,
    closedAt: null,
    reopened: 0,
    anewSince: null,
    vain: 0,
    pausedClocks: [],
    lastEventAt: event.at,
  };
}
