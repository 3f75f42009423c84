// What has been done in the case? The part of the fold about contacts, visits, assessments, goals, services, referrals, risks and further reports.

import type { CaseEvent, CaseFactsByType } from './event.ts';
import type { CaseState, Referral } from './state.ts';

type ServiceEvent = Extract<
  CaseEvent,
  {
    type:
      | 'contactRecorded'
      | 'visitRecorded'
      | 'assessmentCompleted'
      | 'assessmentNotDone'
      | 'goalSet'
      | 'goalReviewed'
      | 'serviceRecorded'
      | 'referralSent'
      | 'referralAnswered'
      | 'referralReturned'
      | 'riskRaised'
      | 'clockPaused'
      | 'clockResumed'
      | 'reportLinked';
  }
>;

const bandOrder = ['low', 'medium', 'high', 'extreme'] as const;

function visited(state: CaseState, event: Extract<ServiceEvent, { type: 'visitRecorded' }>): CaseState {
  const { faceToFace, outcome, subjectMet } = event.facts;
  const { visits } = state;
  // Of a case about a person, meeting somebody else is not meeting them.
  const seen = outcome === 'met' && subjectMet !== false;
  const at = event.happenedAt;
  // Only a visit at which somebody was seen is the first visit: going in vain does not fulfil the duty.
  const firstAt = !seen || (visits.firstAt !== null && visits.firstAt <= at) ? visits.firstAt : at;
  return {
    ...state,
    visits: {
      count: visits.count + 1,
      faceToFace: visits.faceToFace + (faceToFace && seen ? 1 : 0),
      seen: visits.seen + (seen ? 1 : 0),
      firstAt,
      lastAt: visits.lastAt === null || visits.lastAt < at ? at : visits.lastAt,
    },
  };
}

function updateReferral(state: CaseState, id: string, change: Partial<Referral>): CaseState {
  return { ...state, referrals: state.referrals.map((referral) => (referral.id === id ? { ...referral, ...change } : referral)) };
}

/** Tries in vain, counted until somebody is met; who refuses was reached, and is not lost. */
function vainAfter(
  { vain }: CaseState,
  { outcome, subjectMet }: CaseFactsByType['contactRecorded'] | CaseFactsByType['visitRecorded'],
): number {
  if (outcome === 'refused') return vain;
  return outcome === 'met' && subjectMet !== false ? 0 : vain + 1;
}

/** One event about the work in a case. */
export function stepService(state: CaseState, event: ServiceEvent): CaseState {
  const at = event.happenedAt;
  switch (event.type) {
    case 'contactRecorded': {
      const { outcome, subjectMet } = event.facts;
      const { contacts } = state;
      const lastAt = contacts.lastAt === null || contacts.lastAt < at ? at : contacts.lastAt;
      const reached = contacts.reached + (outcome === 'met' && subjectMet !== false ? 1 : 0);
      return {
        ...state,
        vain: vainAfter(state, event.facts),
        contacts: { count: contacts.count + 1, reached, refused: contacts.refused + (outcome === 'refused' ? 1 : 0), lastAt },
      };
    }
    case 'visitRecorded':
      return { ...visited(state, event), vain: vainAfter(state, event.facts) };
    case 'assessmentCompleted': {
      const { assessment, ...summary } = event.facts;
      return { ...state, assessments: [...state.assessments, { ...summary, id: assessment, at }] };
    }
    case 'assessmentNotDone': {
      const { version: _version, ...gap } = event.facts;
      return { ...state, gaps: [...state.gaps, { ...gap, at }] };
    }
    case 'goalSet': {
      const { goal, ...rest } = event.facts;
      // Set again: the goal is worded anew and goes on.
      if (state.goals.some((one) => one.id === goal))
        return {
          ...state,
          goals: state.goals.map((one) => (one.id === goal ? { ...one, ...rest, status: 'active', reviewedAt: null } : one)),
        };
      return { ...state, goals: [...state.goals, { ...rest, id: goal, status: 'active', since: at, reviewedAt: null }] };
    }
    case 'goalReviewed': {
      const { goal, status } = event.facts;
      return { ...state, goals: state.goals.map((one) => (one.id === goal ? { ...one, status, reviewedAt: at } : one)) };
    }
    case 'serviceRecorded':
      return { ...state, services: { count: state.services.count + 1, lastAt: at } };
    case 'referralSent': {
      const { referral, ...rest } = event.facts;
      const sent: Referral = { ...rest, id: referral, sentAt: at, status: 'sent', answeredAt: null, returnedAt: null };
      return { ...state, referrals: [...state.referrals, sent] };
    }
    case 'referralAnswered':
      return updateReferral(state, event.facts.referral, { status: event.facts.answer, answeredAt: at });
    case 'referralReturned':
      return updateReferral(state, event.facts.referral, { status: event.facts.outcome, returnedAt: at });
    case 'riskRaised': {
      const { band, risk, on } = event.facts;
      const others = state.risks.filter((one) => one !== risk);
      return { ...state, band: band ?? state.band, risks: on && risk !== null ? [...others, risk] : others };
    }
    case 'clockPaused':
      return state.pausedClocks.includes(event.facts.clock)
        ? state
        : { ...state, pausedClocks: [...state.pausedClocks, event.facts.clock] };
    case 'clockResumed':
      return { ...state, pausedClocks: state.pausedClocks.filter((clock) => clock !== event.facts.clock) };
    case 'reportLinked': {
      const { report, band } = event.facts;
      const raised = bandOrder.indexOf(band) > bandOrder.indexOf(state.band) ? band : state.band;
      return { ...state, band: raised, reports: state.reports.includes(report) ? state.reports : [...state.reports, report] };
    }
  }
}
