// A case lived at random: at each step one of four people does one of the acts that are open to them. For property tests.
import { communityGarden, programmeFor } from '@anwang/packs';
import fc from 'fast-check';
import type { Actor } from '../../access/actor.ts';
import type { Programme } from '../../programs/program.ts';
import { addHours, type Instant } from '../../time/instant.ts';
import { officeCalendar } from '../../time/office-days.ts';
import { taipei } from '../../time/zone.ts';
import { allowedActions } from '../allowed-actions.ts';
import type { CaseActionId } from '../case-actions.ts';
import { deadlines } from '../deadlines.ts';
import type { CaseEvent, CaseFactsByType } from '../event.ts';
import { fold } from '../fold.ts';
import { openPlans } from '../plans.ts';
import type { CaseState } from '../state.ts';
import { callsToEnd, callsToTake } from '../supports.ts';
import { transferClosure, transferWaits } from '../transfer.ts';

/** The moment at which every life begins. */
export const begin = '2026-03-02T01:00:00.000Z' as Instant;
const forever = { from: '2020-01-01T00:00:00.000Z' as Instant, until: null };
const actor = (id: string, role: 'supervisor' | 'leadWorker' | 'partner', reach: Actor['grants'][number]['reach']): Actor => ({
  id,
  county: '1',
  unit: reach.id ?? 'u',
  name: id,
  grants: [{ role, reach, ...forever }],
});
/** What a member may turn out to be. */
const changedRoles = [
  { role: 'respondent', side: 'offender' },
  { role: 'victim', side: 'victim' },
  { role: 'member', side: 'family' },
] as const;
/** Who acts: two supervisors, a worker, a school. */
export const people: readonly Actor[] = [
  actor('boss', 'supervisor', { kind: 'unit', id: 'u' }),
  actor('boss2', 'supervisor', { kind: 'unit', id: 'u' }),
  actor('worker', 'leadWorker', { kind: 'unit', id: 'u' }),
  actor('school', 'partner', { kind: 'unit', id: 's' }),
];
/** The programmes that are lived through, the imaginary one with every feature among them. */
export const programmes: readonly Programme[] = ['vulnerable-family', 'child-protection', 'intimate-partner-violence']
  .flatMap((id) => programmeFor(id, '63000') ?? [])
  .concat(communityGarden);

/** The event with which a case begins. */
export function dispatched(programme: Programme): CaseEvent {
  const facts: CaseFactsByType['caseDispatched'] = {
    programme: programme.id,
    packVersion: programme.version,
    number: 'X-1',
    county: '1',
    district: null,
    unit: 'u',
    band: 'high',
    report: 'r1',
    dispatch: 'd1',
    members: [{ person: 'p1', role: 'subject', relation: null, side: 'victim' }],
    needs: [],
    grade: 'L1',
    class: 'C1',
    receivedAt: addHours(begin, -5),
  };
  return {
    id: 'e1',
    caseId: 'c',
    seq: 1,
    type: 'caseDispatched',
    at: begin,
    happenedAt: begin,
    actor: 'desk',
    unit: null,
    facts,
    personal: null,
  };
}

type Draft = { [T in CaseEvent['type']]: { type: T; facts: CaseFactsByType[T] } }[CaseEvent['type']];
/** A plausible event for an act; `n` varies what is said. */
function draft(id: CaseActionId, state: CaseState, programme: Programme, n: number, person: string): Draft {
  const pick = <T>(list: readonly T[]): T => list[n % list.length] as T;
  const outcome = pick(['met', 'notMet', 'refused', 'notFound'] as const);
  const openReferral = state.referrals.find((one) => one.status === 'sent' || one.status === 'accepted')?.id ?? '';
  switch (id) {
    case 'accept':
      return { type: 'caseAccepted', facts: { unit: 'u' } };
    case 'return':
      return { type: 'caseReturned', facts: { reason: 'otherDistrict' } };
    case 'assignWorker':
      return { type: 'workerAssigned', facts: { worker: 'worker', unit: 'u' } };
    case 'handOverLead':
      return { type: 'leadHandedOver', facts: { from: state.lead, to: 'worker', unit: 'u', reason: 'leave' } };
    case 'recordContact':
      return {
        type: 'contactRecorded',
        facts: { method: 'phone', outcome, persons: [], minutes: null, plan: openPlans(state.plans)[0]?.id ?? null },
      };
    case 'recordVisit':
      return { type: 'visitRecorded', facts: { method: 'homeVisit', faceToFace: true, outcome, persons: [], minutes: 20, safe: null } };
    case 'planVisit':
      return {
        type: 'visitPlanned',
        facts: {
          plan: `v${n}-${state.version}`,
          kind: 'visit',
          method: 'homeVisit',
          at: addHours(begin, n * 24),
          minutes: null,
          persons: ['p1'],
          contact: null,
          account: 'worker',
          along: [],
        },
      };
    case 'changeVisit': {
      const [plan] = openPlans(state.plans);
      if (plan === undefined) throw new Error('no plan to change');
      const { id, kind, method, minutes, persons, contact, account } = plan;
      const rest = { kind, method, minutes, persons, contact, account, along: n % 2 === 0 ? ['boss'] : [], warnings: ['pair'] };
      return { type: 'visitChanged', facts: { ...rest, plan: id, at: addHours(begin, n * 12), changed: ['at', 'along'], wasAt: plan.at } };
    }
    case 'cancelVisit':
      return { type: 'visitCancelled', facts: { plan: openPlans(state.plans)[0]?.id ?? '', reason: 'familyAsked' } };
    case 'tellVisit':
      return {
        type: 'visitUnderWay',
        facts: {
          plan: openPlans(state.plans)[0]?.id ?? '',
          step: pick(['departed', 'arrived', 'left'] as const),
          until: addHours(begin, n * 24 + 1),
        },
      };
    case 'callSupport':
      return { type: 'supportCalled', facts: { call: `c${n}-${state.version}`, plan: openPlans(state.plans)[0]?.id ?? null } };
    case 'takeSupport':
      return { type: 'supportTaken', facts: { call: callsToTake(state.supports, person)[0]?.id ?? '' } };
    case 'endSupport': {
      const [call] = callsToEnd(state.supports, person);
      return { type: 'supportEnded', facts: { call: call?.id ?? '', how: pick(['safe', 'mistake', 'other'] as const) } };
    }
    case 'completeAssessment': {
      const instrument = programme.instruments[0]?.instrument ?? '';
      const band = instrument === 'sdm-safety' ? pick(['safe', 'unsafe', 'safeWithPlan']) : pick(['low', 'high', 'medium']);
      return {
        type: 'assessmentCompleted',
        facts: {
          assessment: `a${n}`,
          instrument,
          version: '1',
          moment: pick(['pre', 'post', 'review'] as const),
          person: null,
          score: n,
          band,
          override: null,
          triggers: [],
        },
      };
    }
    case 'skipAssessment':
      return {
        type: 'assessmentNotDone',
        facts: {
          instrument: programme.instruments[0]?.instrument ?? '',
          version: '1',
          moment: pick(['pre', 'post', 'review'] as const),
          person: null,
          notDone: 'refused',
          applies: n % 3 !== 0,
        },
      };
    case 'proposeOpening':
      return {
        type: 'openingProposed',
        // Not opening is no answer while another county has been asked: the server refuses it.
        facts: {
          proposal: `o${n}`,
          outcome: pick(['open', 'open', 'shortTerm', transferWaits(state) ? 'open' : 'notOpened'] as const),
          reasons: [],
        },
      };
    case 'decideOpening':
      return {
        type: 'openingDecided',
        facts: { proposal: state.pending?.id ?? '', approved: n % 4 !== 0, outcome: state.pending?.outcome ?? 'open', reasons: [] },
      };
    case 'draftPlan':
      return { type: 'planDrafted', facts: { plan: `p${n}`, level: null, reviewOn: null } };
    case 'setGoal':
      return { type: 'goalSet', facts: { goal: `g${n % 5}`, need: 'economy', priority: 1, dueOn: null, services: [] } };
    case 'reviewGoal':
      return { type: 'goalReviewed', facts: { goal: pick(state.goals).id, status: pick(['achieved', 'partly', 'active'] as const) } };
    case 'recordService':
      return { type: 'serviceRecorded', facts: { service: 'goods', goal: null, provider: null, person: null, amount: 1 } };
    case 'sendReferral':
      return {
        type: 'referralSent',
        facts: { referral: `f${n}-${state.version}`, unit: 's', need: 'school', fields: [], answerBy: begin },
      };
    case 'answerReferral':
      return { type: 'referralAnswered', facts: { referral: openReferral, answer: 'accepted', reason: null } };
    case 'returnReferral':
    case 'cancelReferral':
      return { type: 'referralReturned', facts: { referral: openReferral, outcome: 'completed', result: null } };
    case 'addCollaborator':
      return { type: 'collaboratorAdded', facts: { account: `h${n}`, unit: 's', duty: 'care' } };
    case 'endCollaborator': {
      const helper = state.collaborators.find((one) => one.until === null);
      return { type: 'collaboratorEnded', facts: { account: helper?.account ?? null, unit: helper?.unit ?? '', reason: 'ended' } };
    }
    case 'grantShare':
      return {
        type: 'shareGranted',
        facts: {
          share: `s${n}-${state.version}`,
          unit: 's',
          account: null,
          parts: ['summary'],
          purpose: 'x',
          legalBasis: 'y',
          until: '2030-01-01T00:00:00.000Z' as Instant,
        },
      };
    case 'endShare':
      return { type: 'shareEnded', facts: { share: state.shares.find((one) => !one.ended)?.id ?? '' } };
    case 'addMember':
      return { type: 'memberAdded', facts: { person: `p${n % 4}`, role: 'member', relation: null, side: 'family' } };
    case 'changeRole': {
      const { person, role: was } = state.members.find((one) => one.until === null) ?? { person: `p${n % 4}`, role: 'member' };
      return { type: 'memberRoleChanged', facts: { person, was, ...pick(changedRoles), relation: null } };
    }
    case 'removeMember':
      return { type: 'memberRemoved', facts: { person: `p${n % 4}`, reason: 'removed' } };
    case 'raiseRisk':
      return {
        type: 'riskRaised',
        facts: { band: pick(['low', 'high', null] as const), risk: pick(['missing', null]), on: n % 2 === 0, source: 'person' },
      };
    case 'addNote':
      return { type: 'noteAdded', facts: { about: 'case' } };
    case 'attachFile':
      return { type: 'fileAttached', facts: { file: 'f', purpose: 'attachment' } };
    case 'proposeClosure':
      return { type: 'closureProposed', facts: { proposal: `k${n}`, reason: 'other', residualRisk: 'low', followUpOn: null } };
    case 'decideClosure':
      return { type: 'closureDecided', facts: { proposal: state.pending?.id ?? '', approved: n % 3 !== 0, reason: 'other' } };
    case 'reopen':
      return { type: 'caseReopened', facts: { reason: 'newReport', report: pick(['r1', 'r2', null]) } };
    case 'proposeTransfer':
      return {
        type: 'transferProposed',
        facts: {
          transfer: `t${n}-${state.version}`,
          county: pick(['2', null]),
          district: null,
          since: null,
          reason: 'moved',
          persons: ['p1'],
        },
      };
    case 'decideTransfer': {
      const approved = n % 3 !== 0;
      const report = approved && state.transfer?.county != null ? { id: 'r9', number: 'R-9' } : null;
      return { type: 'transferDecided', facts: { transfer: state.transfer?.id ?? '', approved, report } };
    }
    case 'answerTransfer':
      return n % 2 === 0
        ? { type: 'transferReturned', facts: { transfer: state.transfer?.id ?? '', reason: 'notHere' } }
        : { type: 'transferAccepted', facts: { transfer: state.transfer?.id ?? '', county: null, unit: null } };
    case 'pauseClock':
      return { type: 'clockPaused', facts: { clock: pick(programme.clocks).id, reason: 'hospital' } };
    case 'resumeClock':
      return { type: 'clockResumed', facts: { clock: pick(state.pausedClocks) } };
  }
}

/** What follows in the same write when another county has taken the case. */
const closing: Draft = { type: 'closureDecided', facts: { proposal: 'taken', approved: true, reason: transferClosure } };

const moving: readonly CaseActionId[] = [
  'accept',
  'assignWorker',
  'recordVisit',
  'completeAssessment',
  'proposeOpening',
  'decideOpening',
  'draftPlan',
  'reviewGoal',
  'proposeClosure',
  'decideClosure',
  'returnReferral',
  'decideTransfer',
  'answerTransfer',
];

/** A life: at each step one of the people does one of the acts that are open to them. */
export const life = fc
  .tuple(
    fc.constantFrom(...programmes),
    fc.array(fc.noBias(fc.tuple(fc.nat(3), fc.nat(1_000_000), fc.nat(120))), { minLength: 5, maxLength: 50, size: 'max' }),
  )
  .map(([programme, choices]) => {
    const events: CaseEvent[] = [dispatched(programme)];
    let now = begin;
    for (const [who, n, hours] of choices) {
      now = addHours(now, hours);
      const state = fold(events);
      const person = people[who];
      if (state === null || person === undefined) continue;
      const open = allowedActions(
        programme,
        state,
        person,
        { now, zone: taipei },
        { clocks: deadlines(programme, events, { now, zone: taipei, calendar: officeCalendar }) },
      ).filter((act) => act.allowed);
      // Acts that move a case on are drawn more often, or few lives would come to their end.
      const weighted = open.flatMap((act) => (moving.includes(act.id) ? [act, act, act, act] : [act]));
      const act = weighted[n % Math.max(1, weighted.length)];
      if (act === undefined) continue;
      const drawn = draft(act.id, state, programme, Math.imul(n + 1, 7919 + state.version) >>> 7, person.id);
      for (const { type, facts } of drawn.type === 'transferAccepted' ? [drawn, closing] : [drawn])
        events.push({
          id: `e${events.length + 1}`,
          caseId: 'c',
          seq: events.length + 1,
          type,
          at: now,
          happenedAt: now,
          actor: person.id,
          unit: null,
          facts,
          personal: null,
        } as CaseEvent);
    }
    return { programme, events, now };
  });
