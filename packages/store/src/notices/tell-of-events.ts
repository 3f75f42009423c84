// Who hears of an event of a case? The supervisor of what waits for a decision, whoever proposed of what was decided, the lead of what others did, another unit of what is referred to it.

import type { CaseEvent, CaseState, MoveEvent } from '@anwang/core/cases';
import { type Address, addressOf, type NoticeKindId } from '@anwang/core/notices';
import type { Instant } from '@anwang/core/time';
import type { Tx } from '../session/index.ts';
import { type NewNotice, tell } from './write-notice.ts';

type Told = {
  readonly kind: NoticeKindId;
  readonly to: Address;
  /** The moment it is about. */
  readonly due?: Instant;
  /** The other county. */
  readonly other?: string | null;
  /** The other unit. */
  readonly otherUnit?: string | null;
};

/** Whoever goes and whoever goes along hears of what others did with a plan: that they are meant, that it is otherwise now, that it is off. */
function toldOfPlan(event: CaseEvent, before: CaseState, after: CaseState): Told[] {
  const told = (kind: NoticeKindId, accounts: readonly string[], due?: Instant): Told[] =>
    accounts.map((account) => ({ kind, to: { account }, ...(due === undefined ? {} : { due }) }));
  switch (event.type) {
    case 'visitPlanned': {
      const { account, along, at } = event.facts;
      return [...told('plan.goes', account === event.actor ? [] : [account], at), ...told('plan.along', along, at)];
    }
    case 'visitChanged': {
      const was = before.plans.find((plan) => plan.id === event.facts.plan);
      const { account, along, at } = after.plans.find((plan) => plan.id === event.facts.plan) ?? event.facts;
      const other = was !== undefined && was.account !== account;
      const [stay, come] = [along.filter((one) => was?.along.includes(one)), along.filter((one) => !was?.along.includes(one))];
      const gone = [...(was?.along ?? []), ...(other ? [was.account] : [])].filter((one) => one !== account && !along.includes(one));
      return [
        ...told(other ? 'plan.goes' : 'plan.changed', [account], at),
        ...told('plan.changed', stay, at),
        ...told('plan.along', come, at),
        ...told('plan.without', gone),
      ];
    }
    case 'visitCancelled': {
      const was = before.plans.find((plan) => plan.id === event.facts.plan);
      return was === undefined ? [] : told('plan.cancelled', [was.account, ...was.along]);
    }
    default:
      return [];
  }
}

/** Kinds that go to whoever is asked and has nothing of the case: not its number either. */
const namesNothing: readonly NoticeKindId[] = ['referral.cancelled', 'move.referrer'];

/** Whether a notice names the case: going along opens nothing (docs/decisions/0062), so whoever only goes along is told when, and asks whoever goes. */
const opens = (kind: NoticeKindId, to: Address, after: CaseState): boolean =>
  !kind.startsWith('plan.') || ('account' in to && workers(after).includes(to.account));

/** Who works on the case now, by account: the lead and those who help. */
const workers = ({ lead, collaborators }: CaseState): string[] => [
  ...new Set([lead, ...collaborators.filter((one) => one.until === null).map((one) => one.account)].filter((id) => id !== null)),
];

/** Both units of a move, and those who work with the family and stay: who answers for the case is never a surprise. */
function toldOfMove(event: MoveEvent, before: CaseState, after: CaseState): Told[] {
  const { move } = before;
  if (move === null) return [];
  const giver: Address = { role: 'supervisor', unit: move.from };
  const receiver: Address = { role: 'supervisor', unit: move.unit };
  const lead = addressOf('leadWorker', { lead: before.lead, unit: before.unit, county: before.county });
  const here = (kind: NoticeKindId): Told[] => [lead, giver].map((to) => ({ kind, to, otherUnit: move.unit }));
  switch (event.type) {
    case 'moveProposed':
      return [];
    case 'moveDecided': {
      const decided: Told[] = before.pending === null ? [] : [{ kind: 'case.decided', to: { account: before.pending.by } }];
      if (!event.facts.approved) return decided;
      return [
        ...decided,
        { kind: 'move.received', to: receiver, otherUnit: move.from },
        ...(before.lead === null || before.lead === before.pending?.by
          ? []
          : [{ kind: 'move.sent', to: { account: before.lead }, otherUnit: move.unit } as const]),
      ];
    }
    case 'moveReturned':
      return here('move.returned');
    case 'moveWithdrawn':
      return [...here('move.withdrawn'), { kind: 'move.takenBack', to: receiver, otherUnit: move.from }];
    case 'moveAccepted': {
      const helpers = after.collaborators.filter((one) => one.until === null && one.unit !== move.from && one.unit !== move.unit);
      const asked = after.referrals.filter((one) => one.status === 'sent' || one.status === 'accepted').map((one) => one.unit);
      return [
        ...here('move.accepted'),
        ...helpers.flatMap(({ account }): Told[] =>
          account === null ? [] : [{ kind: 'move.goesOn', to: { account }, otherUnit: move.unit }],
        ),
        ...[...new Set(asked)].flatMap((unit): Told[] => [
          { kind: 'move.referrer', to: { role: 'partner', unit }, otherUnit: move.unit },
          { kind: 'move.referrer', to: { role: 'supervisor', unit }, otherUnit: move.unit },
        ]),
      ];
    }
  }
}

const callersOf = (state: CaseState, id: string) => state.supports.filter((call) => call.id === id);

function toldOf(event: CaseEvent, before: CaseState, after: CaseState): Told[] {
  const supervisor: Address = { role: 'supervisor', unit: after.unit };
  const lead = addressOf('leadWorker', { lead: after.lead, unit: after.unit, county: after.county });
  switch (event.type) {
    case 'openingProposed':
    case 'closureProposed':
    case 'transferProposed':
    case 'moveProposed':
      return [{ kind: 'case.approval', to: supervisor }];
    case 'openingDecided':
    case 'closureDecided':
    case 'transferDecided':
      return before.pending === null ? [] : [{ kind: 'case.decided', to: { account: before.pending.by } }];
    case 'proposalWithdrawn':
      return [{ kind: 'case.withdrawn', to: supervisor }];
    case 'workerAssigned':
      return [{ kind: 'case.assigned', to: { account: event.facts.worker } }];
    case 'leadHandedOver':
      return [{ kind: 'case.assigned', to: { account: event.facts.to } }];
    case 'collaboratorAdded':
      return event.facts.account === null ? [] : [{ kind: 'case.assigned', to: { account: event.facts.account } }];
    case 'referralSent':
      return [
        { kind: 'referral.sent', to: { role: 'partner', unit: event.facts.unit } },
        { kind: 'referral.sent', to: { role: 'supervisor', unit: event.facts.unit } },
      ];
    case 'visitPlanned':
    case 'visitChanged':
    case 'visitCancelled':
      return toldOfPlan(event, before, after);
    case 'supportCalled':
      // Urgent: whoever answers for the team, and whoever else works with the family.
      return [
        { kind: 'support.called', to: supervisor },
        ...workers(after).map((account): Told => ({ kind: 'support.called', to: { account } })),
      ];
    case 'supportTaken':
      return callersOf(before, event.facts.call).map(({ by }) => ({ kind: 'support.taken', to: { account: by } }));
    case 'supportEnded': {
      const taken = callersOf(before, event.facts.call).flatMap(({ by, takenBy }) => [by, ...(takenBy === null ? [] : [takenBy])]);
      return [{ kind: 'support.ended', to: supervisor }, ...taken.map((account): Told => ({ kind: 'support.ended', to: { account } }))];
    }
    // The gravest act of the case: whoever answers for the team, and the lead where somebody else did it.
    case 'placementBegun':
      return [
        { kind: 'placement.begun', to: supervisor },
        { kind: 'placement.begun', to: lead },
      ];
    case 'referralReturned': {
      // Whoever was asked is told that nothing is to be done any more; every other end is their own answer.
      const asked = before.referrals.find((one) => one.id === event.facts.referral);
      return event.facts.outcome !== 'cancelled' || asked === undefined
        ? []
        : [
            { kind: 'referral.cancelled', to: { role: 'partner', unit: asked.unit } },
            { kind: 'referral.cancelled', to: { role: 'supervisor', unit: asked.unit } },
          ];
    }
    // The answer of the other county, or that it is no longer asked: whoever says so is told nothing, and both here must know.
    case 'transferReturned':
    case 'transferWithdrawn':
    case 'transferAccepted': {
      const kind = (
        { transferReturned: 'transfer.returned', transferWithdrawn: 'transfer.withdrawn', transferAccepted: 'transfer.accepted' } as const
      )[event.type];
      const other = before.transfer?.county ?? null;
      return [lead, supervisor].map((to) => ({ kind, to, other }));
    }
    case 'moveDecided':
    case 'moveReturned':
    case 'moveWithdrawn':
    case 'moveAccepted':
      return toldOfMove(event, before, after);
    case 'reportLinked':
      return [
        { kind: 'report.repeat', to: lead },
        { kind: 'report.repeat', to: supervisor },
      ];
    default:
      return [];
  }
}

/** Tells of events just written. `before`: the state they were decided on. */
export async function tellOfEvents(tx: Tx, events: readonly CaseEvent[], before: CaseState, after: CaseState): Promise<void> {
  const notices = events.flatMap((event) =>
    toldOf(event, before, after).map(
      ({ kind, to, due, other, otherUnit }): NewNotice => ({
        kind,
        to,
        ...(other == null ? {} : { other }),
        ...(otherUnit == null ? {} : { otherUnit }),
        ...(due === undefined ? {} : { due }),
        county: after.county,
        // A report that joins is told once, whether matching or accepting found it first.
        once: event.type === 'reportLinked' ? `${after.id}:${event.facts.report}` : event.id,
        programme: after.programme,
        packVersion: after.packVersion,
        // Whoever is referred to sees the referral and nothing of the case: not its number either.
        ...(event.type === 'referralSent'
          ? { due: event.facts.answerBy }
          : !namesNothing.includes(kind) && opens(kind, to, after)
            ? { caseId: after.id, ref: after.number }
            : {}),
        ...(event.type === 'reportLinked' ? { reportId: event.facts.report } : {}),
      }),
    ),
  );
  await tell(tx, notices);
}
