// What somebody plausibly says when they do an act on a case: for lives drawn at random.
import type { Programme } from '../../programs/program.ts';
import { addHours, type Instant } from '../../time/instant.ts';
import { dateIn, taipei } from '../../time/zone.ts';
import type { CaseActionId } from '../case-actions.ts';
import type { CaseEvent, CaseFactsByType } from '../event.ts';
import { moveWaits } from '../move.ts';
import { placementParties } from '../placement-words.ts';
import { latestUntil, nextAsk, placementsNow } from '../placements.ts';
import { openPlans, stillOut } from '../plans.ts';
import type { CaseState } from '../state.ts';
import { callsToEnd, callsToTake } from '../supports.ts';
import { transferWaits } from '../transfer.ts';

/** The moment at which every life begins. */
export const begin = '2026-03-02T01:00:00.000Z' as Instant;
/** What a member may turn out to be. */
const changedRoles = [
  { role: 'respondent', side: 'offender' },
  { role: 'victim', side: 'victim' },
  { role: 'member', side: 'family' },
] as const;

const saidOf = (n: number, version: number) =>
  ({ word: `w${n}-${version}`, person: `p${n % 4}`, other: `p${(n + 1) % 4}`, since: null, until: null, basis: 'visit' }) as const;

/** An event that is not placed yet. */
export type Draft = { [T in CaseEvent['type']]: { type: T; facts: CaseFactsByType[T] } }[CaseEvent['type']];

/** A plausible event for an act; `n` varies what is said. */
export function draftOfAct(id: CaseActionId, state: CaseState, programme: Programme, n: number, person: string): Draft {
  const pick = <T>(list: readonly T[]): T => list[n % list.length] as T;
  const outcome = pick(['met', 'notMet', 'refused', 'notFound'] as const);
  const openReferral = state.referrals.find((one) => one.status === 'sent' || one.status === 'accepted')?.id ?? '';
  const [one] = placementsNow(state);
  const placed = { placement: one?.id ?? '', person: one?.person ?? '' };
  switch (id) {
    case 'accept':
      return { type: 'caseAccepted', facts: { unit: 'u' } };
    case 'return':
      return { type: 'caseReturned', facts: { reason: 'otherDistrict' } };
    case 'assignWorker':
      return { type: 'workerAssigned', facts: { worker: 'worker', unit: state.unit } };
    case 'handOverLead':
      return { type: 'leadHandedOver', facts: { from: state.lead, to: 'worker', unit: state.unit, reason: 'leave' } };
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
      const goes = n % 3 === 0 ? person : account;
      const along = n % 2 === 0 && goes !== 'boss' ? ['boss'] : [];
      const rest = { kind, method, minutes, persons, contact, account: goes, along, warnings: ['pair'] };
      const changed = ['at', 'along', ...(goes === account ? [] : (['account'] as const))] as const;
      return { type: 'visitChanged', facts: { ...rest, plan: id, at: addHours(begin, n * 12), changed, wasAt: plan.at } };
    }
    case 'cancelVisit':
      return { type: 'visitCancelled', facts: { plan: openPlans(state.plans)[0]?.id ?? '', reason: 'familyAsked' } };
    case 'tellVisit':
      return {
        type: 'visitUnderWay',
        facts: {
          plan: openPlans(state.plans)[0]?.id ?? state.plans.find(stillOut)?.id ?? '',
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
    case 'placeChild': {
      const told = { courtTold: begin, policeTold: null, guardianTold: null, prosecutorTold: null, notTold: null };
      const facts = { placement: `q${n}-${state.version}`, person: `p${n % 4}`, ground: '3', kind: 'M', contact: null, ...told };
      return { type: 'placementBegun', facts };
    }
    case 'tellPlacement':
      return { type: 'placementTold', facts: { ...placed, party: pick(placementParties), notTold: null } };
    case 'movePlacement':
      return { type: 'placementMoved', facts: { ...placed, kind: pick(['B', 'C']), contact: null } };
    case 'askCourt': {
      const asks = placementsNow(state).flatMap((one) => nextAsk(one) ?? []);
      return { type: 'courtAsked', facts: { ...placed, what: asks[0] ?? 'continue' } };
    }
    case 'recordRuling': {
      const granted = n % 3 !== 0;
      // After any life that is drawn: a court grants no days that are over.
      const day = dateIn(taipei, addHours(begin, 24 * 3650));
      const days = granted ? { from: day, until: latestUntil(day) } : { from: null, until: null };
      return { type: 'courtRuled', facts: { ...placed, outcome: granted ? 'granted' : 'refused', ...days } };
    }
    case 'endPlacement':
      return { type: 'placementEnded', facts: { ...placed, how: pick(['home', 'died']) } };
    case 'proposeOpening':
      return {
        type: 'openingProposed',
        // Not opening is no answer while another county or unit has been asked: the server refuses it.
        facts: {
          proposal: `o${n}`,
          outcome: pick([
            'open',
            'open',
            'shortTerm',
            transferWaits(state) || moveWaits(state) || one !== undefined ? 'open' : 'notOpened',
          ] as const),
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
    case 'tellHome':
      return {
        type: 'familyStated',
        facts: { ...saidOf(n, state.version), about: 'home', relation: null, lives: n % 2 === 0 },
      };
    case 'tellKin':
      return { type: 'familyStated', facts: { ...saidOf(n, state.version), about: 'kin', relation: pick(['mother', null]), lives: null } };
    case 'takeBackFamily':
      return { type: 'familyWithdrawn', facts: { word: state.words[0]?.word ?? '' } };
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
    case 'withdrawTransfer':
      return { type: 'transferWithdrawn', facts: { transfer: state.transfer?.id ?? '', reason: 'stayed' } };
    case 'proposeMove':
      return {
        type: 'moveProposed',
        facts: {
          move: `m${n}-${state.version}`,
          unit: state.unit === 'u' ? 'v' : 'u',
          district: pick(['d2', null]),
          reason: 'movedDistrict',
          proposed: null,
        },
      };
    case 'decideMove':
      return { type: 'moveDecided', facts: { move: state.move?.id ?? '', approved: n % 3 !== 0 } };
    case 'withdrawProposal': {
      const { id = '', kind = 'opening' } = state.pending ?? {};
      const key = kind === 'transfer' ? { transfer: id } : kind === 'move' ? { move: id } : {};
      return { type: 'proposalWithdrawn', facts: { proposal: id, kind, ...key } };
    }
    case 'withdrawMove':
      return { type: 'moveWithdrawn', facts: { move: state.move?.id ?? '', reason: 'stayed' } };
    case 'pauseClock':
      return { type: 'clockPaused', facts: { clock: pick(programme.clocks).id, reason: 'hospital' } };
    case 'resumeClock':
      return { type: 'clockResumed', facts: { clock: pick(state.pausedClocks) } };
  }
}
