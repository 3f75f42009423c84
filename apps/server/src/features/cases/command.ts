// What a command becomes: events, perhaps a sealed package, or a problem. Builders get everything they may ask and write nothing themselves.

import type { CaseCommand } from '@anwang/contract/shapes';
import type { CaseState, DeadlineContext } from '@anwang/core/cases';
import { caseFacts } from '@anwang/core/cases';
import { fail, type Problem, type Result } from '@anwang/core/lang';
import type { CodeList, Programme } from '@anwang/core/programs';
import { evaluate } from '@anwang/core/rules';
import { addHours, type Instant } from '@anwang/core/time';
import type { EventDraft, HandOver, LockedCase, Withdrawal } from '@anwang/store/casework';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../../http/call.ts';

export type CommandOf<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** What a builder may ask. */
export type Ground = {
  readonly tx: Tx;
  readonly call: Call;
  readonly held: LockedCase;
  readonly state: CaseState;
  readonly programme: Programme;
  readonly context: DeadlineContext;
};

/** Somebody new whom the matcher looks up when the case has them. */
export type MadeNewcomer = { readonly recordId: string; readonly personId: string };

/** What a builder gives. `packages` go sealed with a referral. */
type Built = {
  readonly drafts: readonly EventDraft[];
  readonly packages?: Readonly<Record<string, string>>;
  readonly newcomer?: MadeNewcomer;
  /** What another county's desk gets, once the events are written. */
  readonly handOver?: HandOver;
  /** What the other county's desk no longer has to decide. */
  readonly withdrawal?: Withdrawal;
};
export type Building = Result<Built> | Promise<Result<Built>>;

/** A field of the command that cannot be. */
export function invalid(type: string, path: string, reason: string): { ok: false; problem: Problem } {
  return fail({ code: 'eventInvalid', type, path, reason });
}

/** Free text as a personal part; nothing when nothing was written. */
export function said(text: string | null): { personal?: { text: string } } {
  return text === null || text === '' ? {} : { personal: { text } };
}

/** Nothing may have happened later than now; a clock that is five minutes fast is forgiven. */
export function tooLate(happenedAt: Instant, now: Instant): boolean {
  return happenedAt > addHours(now, 5 / 60);
}

/** Why a code may not be chosen: it is not on the list, or what it requires does not hold. */
export function codeFault(ground: Ground, list: CodeList, code: string, type: string, path: string): Problem | null {
  const found = list.find((one) => one.code === code);
  if (found === undefined) return { code: 'eventInvalid', type, path, reason: 'notAnOption' };
  if (found.requires === undefined) return null;
  const facts = caseFacts(
    ground.state,
    ground.programme.instruments.map((use) => use.instrument),
  );
  if (evaluate(found.requires, facts, ground.context) === true) return null;
  // Said under the field: what the code asks for stands beside it.
  return { code: 'eventInvalid', type, path, reason: 'codeRequirement' };
}
