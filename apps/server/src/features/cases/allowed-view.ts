// What the viewer may do now, and why not the rest: the reading of core/cases, without the acts that have screens of their own.

import type { AllowedAction, CaseActionId, CaseState, Closed } from '@anwang/core/cases';
import { allowedActions } from '@anwang/core/cases';
import type { Programme } from '@anwang/core/programs';
import type { Instant } from '@anwang/core/time';
import { isRelativeOfCase } from '@anwang/store/casework';
import type { Tx } from '@anwang/store/session';
import { both } from '../../casework/words.ts';
import type { Call } from '../../http/call.ts';

/** Accepting and disputing have the unit's inbox, answering a referral has the partner's view. */
const elsewhere: readonly CaseActionId[] = ['accept', 'return', 'answerReferral', 'returnReferral'];

/** Every act of the case for this caller, by the same function that decides. */
export async function actsNow(tx: Tx, call: Call, programme: Programme, state: CaseState): Promise<AllowedAction[]> {
  const relatives = (await isRelativeOfCase(tx, state.id)) ? [call.actor.id] : [];
  const context = { now: call.now, ...call.house.time(call.actor.county) };
  return allowedActions(programme, state, call.actor, context, { relatives, purpose: call.purpose }).filter(
    (action) => !elsewhere.includes(action.id),
  );
}

type Words = { zh: string; en: string };
type Open = { type: string; label: Words };
type Shut = Open & { why: Words; opensAt: Instant | null };

/** Every reason at once: whoever settles the first one must not learn of the next only then. What speaks of the person is said alone. */
function whyOf(closed: readonly Closed[], first: Closed): Words {
  const said = first.id.startsWith('access:') ? [first] : closed;
  const words = said.map((one) => both(one.why));
  return { zh: words.map((one) => one.zh).join('；'), en: words.map((one) => one.en).join('; ') };
}

/** What is missing for the next decision is read first; what waits for another stage comes last. */
const rank = ({ id, closed: [first] }: AllowedAction): number => (first?.id === 'stage' ? 2 : /^(?:propose|reopen)/.test(id) ? 0 : 1);

/** The two lists of the screen. An act that the role does not have at all is left out of the closed ones: it would only be noise. */
export function splitActs(acts: readonly AllowedAction[]): { allowed: Open[]; closed: Shut[] } {
  const allowed = acts.filter((act) => act.allowed).map((act) => ({ type: act.id, label: both(act.label) }));
  const closed = acts
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((act): Shut[] => {
      const [first] = act.closed;
      if (first === undefined || first.id === 'access:noGrant') return [];
      const opens = act.closed.every((reason) => reason.opensAt !== null)
        ? (act.closed
            .map((reason) => reason.opensAt)
            .sort()
            .at(-1) ?? null)
        : null;
      return [{ type: act.id, label: both(act.label), why: whyOf(act.closed, first), opensAt: opens }];
    });
  return { allowed, closed };
}
