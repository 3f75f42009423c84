// Cases go over to a newer statement in parts: looked at first; once decided, a part at a time, and one at a time where a part failed, so that one case which cannot go over
// holds up no other.

import { findProgramme } from '@anwang/packs';
import { carryCases, casesToCarry, type EscalationStep, lookAtCases } from '@anwang/store/casework';
import type { Tx } from '@anwang/store/session';
import type { House } from '../house.ts';
import { readTime } from './reckon.ts';

async function waysOf(house: House, tx: Tx) {
  const time = await readTime(tx);
  return { programmeOf: findProgramme, contextOf: (county: string) => ({ now: house.now(), ...time(county) }) };
}

/** Works out what would change for a part of the cases, and asks for the next. */
export async function lookPart(house: House, tx: Tx, adoptionId: string, part?: number): Promise<void> {
  const more = await lookAtCases(tx, adoptionId, await waysOf(house, tx), part);
  if (more) await tx.enqueue('adoptions.look', { adoptionId });
}

type Run = { readonly payload: Readonly<Record<string, unknown>>; readonly attempt: number };

/** Carries one part, and asks for the next; the one that finds nothing left says that it is done. */
export async function carryPart(
  house: House,
  tx: Tx,
  { payload, attempt }: Run,
  steps: readonly EscalationStep[],
  part = 50,
): Promise<void> {
  const { adoptionId, after = null } = payload;
  if (typeof adoptionId !== 'string') throw new Error('a job came without adoptionId');
  const cases = await casesToCarry(tx, adoptionId, typeof after === 'string' ? after : null, house.now(), part);
  if (attempt > 1) for (const caseId of cases) await tx.enqueue('adoptions.carryCase', { adoptionId, caseId }, { key: `adopt:${caseId}` });
  else await carryCases(tx, adoptionId, cases, steps, await waysOf(house, tx));
  const last = cases.at(-1);
  if (last !== undefined) await tx.enqueue('adoptions.carry', { adoptionId, after: last });
}

/** One case alone; the last of them says that all is done. */
export async function carryCaseOf(
  house: House,
  tx: Tx,
  adoptionId: string,
  caseId: string,
  steps: readonly EscalationStep[],
): Promise<void> {
  await carryCases(tx, adoptionId, [caseId], steps, await waysOf(house, tx));
  await casesToCarry(tx, adoptionId, null, house.now(), 0);
}
