// Doing one thing with a case: locked, compared with the version it was based on, checked by the same function that drew the buttons, turned into events.

import type { InputOf, OutputOf } from '@anwang/contract';
import type { CaseCommand } from '@anwang/contract/shapes';
import { type AllowedAction, type Closed, hasEnded } from '@anwang/core/cases';
import { fail, ok, type Problem, type Result } from '@anwang/core/lang';
import { findProgramme } from '@anwang/packs';
import { appendEvents, findCase, handOverCase, type LockedCase, lockCase, staleVersion, withdrawAtDesk } from '@anwang/store/casework';
import type { Tx } from '@anwang/store/session';
import { asCaseStatus } from '../../casework/words.ts';
import type { Call, KeptForm } from '../../http/call.ts';
import { indexNewcomerOf } from '../../people/index-newcomer.ts';
import { actsNow, splitActs } from './allowed-view.ts';
import { build } from './build.ts';
import type { MadeNewcomer } from './command.ts';

type Input = InputOf<'cases', 'act'>;
type Output = OutputOf<'cases', 'act'>;

/** Why an act is closed, as a problem. */
function whyClosed(held: LockedCase, type: string, reason: Closed): Problem {
  const { state } = held.projection;
  if (reason.id === 'access:relative') return { code: 'conflictOfInterest', reason: 'relative' };
  if (reason.id === 'access:ownProposal' || reason.id === 'notOwnProposal') return { code: 'conflictOfInterest', reason: 'ownProposal' };
  if (
    reason.id === 'openingPending' ||
    reason.id === 'closurePending' ||
    reason.id === 'transferPending' ||
    reason.id === 'movePending' ||
    reason.id === 'ownProposal'
  )
    return { code: 'approvalAnswered', approvalId: state.pending?.id ?? '' };
  if (['stage', 'goesOnOrTaken', 'goesOnOrOut'].includes(reason.id) && hasEnded(state)) return { code: 'caseClosed', caseId: held.id };
  return { code: 'actionNotAllowed', action: type, reason: reason.id, opensAt: reason.opensAt };
}

/** The first reason that speaks of the person comes before those that speak of the case. */
function refusal(held: LockedCase, type: string, act: AllowedAction | undefined): Problem | null {
  if (act === undefined) return { code: 'actionNotAllowed', action: type, reason: 'notInProgramme', opensAt: null };
  if (act.allowed) return null;
  const [first] = act.closed;
  return first === undefined ? null : whyClosed(held, type, first);
}

/** Runs the command; whoever is new in the case is looked up once they are there, by the job should the process end before. */
export async function act(input: Input, call: Call): Promise<Result<Output>> {
  let newcomer: MadeNewcomer | undefined;
  const result = await call.within(
    (tx) =>
      actInSession(input, tx, call, (made) => {
        newcomer = made;
      }),
    keptAct(input, call),
  );
  if (result.ok && newcomer !== undefined)
    await indexNewcomerOf(call.house, newcomer, call.route).catch((error: unknown) => call.house.tell('people.newcomer', error));
  return result;
}

/**
 * Acts that speak of a call for support, or of a visit under way, by its id and of nothing else of the case: what somebody noted meanwhile is no reason to refuse
 * one who needs help.
 */
const standsAlone: readonly CaseCommand['type'][] = ['tellVisit', 'callSupport', 'takeSupport', 'endSupport'];

/** Everything that it writes stands or falls together. */
async function actInSession(input: Input, tx: Tx, call: Call, onNewcomer: (made: MadeNewcomer) => void): Promise<Result<Output>> {
  const { caseId, command } = input;
  const context = { now: call.now, ...call.house.time(call.actor.county) };
  const locked = await lockCase(tx, caseId, findProgramme, context);
  if (!locked.ok) {
    // Seen but not to be written on: say that, instead of denying what the caller has on the screen.
    const seen = locked.problem.code === 'notFound' && (await findCase(tx, caseId)) !== undefined;
    return seen ? fail({ code: 'actionNotAllowed', action: command.type, reason: 'access:outOfReach', opensAt: null }) : locked;
  }
  const held = locked.value;
  const stale = standsAlone.includes(command.type) ? null : staleVersion(held, input.version, { type: command.type });
  if (stale !== null) return fail(stale);
  const acts = await actsNow(tx, call, held.programme, held.projection.state);
  const done = await append(tx, call, held, command, acts, onNewcomer);
  if (!done.ok) return done;
  const after = done.value;
  const row = after.projection.case;
  return ok({
    caseId,
    version: after.projection.state.version,
    eventId: after.events.at(-1)?.id ?? caseId,
    status: asCaseStatus(String(row.status)),
    stage: String(row.stage),
    ...splitActs(await actsNow(tx, call, after.programme, after.projection.state)),
  });
}

/** What one may do next is told as it is at the moment of asking, not as it was when the key was first used. */
const keptAct = ({ caseId }: Input, call: Call): KeptForm<Output, Omit<Output, 'allowed' | 'closed'>> => ({
  keep: ({ allowed: _allowed, closed: _closed, ...done }) => done,
  restore: async (kept, tx) => {
    const context = { now: call.now, ...call.house.time(call.actor.county) };
    const locked = await lockCase(tx, caseId, findProgramme, context);
    const acts = locked.ok
      ? splitActs(await actsNow(tx, call, locked.value.programme, locked.value.projection.state))
      : { allowed: [], closed: [] };
    return { ...kept, ...acts };
  },
});

async function append(
  tx: Tx,
  call: Call,
  held: LockedCase,
  command: CaseCommand,
  acts: readonly AllowedAction[],
  onNewcomer: (made: MadeNewcomer) => void,
): Promise<Result<LockedCase>> {
  const problem = refusal(
    held,
    command.type,
    acts.find((one) => one.id === command.type),
  );
  if (problem !== null) return fail(problem);
  const context = { now: call.now, ...call.house.time(held.county) };
  const built = await build(command, { tx, call, held, state: held.projection.state, programme: held.programme, context });
  if (!built.ok) return built;
  const { drafts, packages, newcomer, handOver, withdrawal } = built.value;
  if (newcomer !== undefined) onNewcomer(newcomer);
  const done = await appendEvents(tx, held, drafts, context, packages === undefined ? {} : { packages });
  if (handOver !== undefined) await handOverCase(tx, held.id, handOver, call.now);
  if (withdrawal !== undefined) await withdrawAtDesk(tx, withdrawal, call.now);
  return ok(done);
}
