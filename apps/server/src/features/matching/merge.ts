// Two entries of the index are one human being: seen beforehand, then carried out; what contradicts it is said in words, what law 8 holds apart stays apart.
import type { OutputOf } from '@anwang/contract';
import { fail, ok, type Problem, type Result } from '@anwang/core/lang';
import type { Instant } from '@anwang/core/time';
import { keptOf, planMerge } from '@anwang/people';
import {
  applyLinkSteps,
  countResting,
  lockPeople,
  mergeConflict,
  readRedirects,
  restsOnPerson,
  type StandingPerson,
} from '@anwang/store/people';
import type { Tx } from '@anwang/store/session';
import { personLine } from './person-line.ts';
import { problemOf } from './plan-problem.ts';

type Pair = { readonly personId: string; readonly otherId: string };
type Preview = OutputOf<'matching', 'previewMerge'>;
type Ground = { readonly kept: StandingPerson; readonly gone: StandingPerson };

async function ground(tx: Tx, { personId, otherId }: Pair): Promise<Result<Ground, Problem>> {
  if (personId === otherId) return fail(problemOf('samePerson', personId));
  const both = await lockPeople(tx, [personId, otherId]);
  const order = keptOf(personId, otherId);
  const [kept, gone] = [both.find((one) => one.id === order.kept), both.find((one) => one.id === order.gone)];
  if (!kept || !gone) return fail({ code: 'notFound', kind: 'person', id: both.some((one) => one.id === personId) ? otherId : personId });
  const conflict = await mergeConflict(tx, kept.id, gone.id);
  if (conflict !== null) return fail({ code: 'linkNotCertain', reason: conflict });
  return ok({ kept, gone });
}

/** Two dates as exact as the less exact of them; a guessed age speaks against nobody. */
function bornApart(one: StandingPerson, other: StandingPerson): boolean {
  const digits = { day: 10, month: 7, year: 4, approximate: 0, unknown: 0 };
  const exact = Math.min(digits[one.birthPrecision], digits[other.birthPrecision]);
  return one.birthDate !== null && other.birthDate !== null && one.birthDate.slice(0, exact) !== other.birthDate.slice(0, exact);
}

/** Codes of what speaks against one person: a different valid number, birth date or sex. */
function contradictions({ kept, gone }: Ground): Preview['against'] {
  const number = kept.numbers.length > 0 && gone.numbers.length > 0 && !kept.numbers.some((one) => gone.numbers.includes(one));
  const birth = bornApart(kept, gone);
  const known = (one: StandingPerson) => one.sex === 'male' || one.sex === 'female';
  const sex = known(kept) && known(gone) && kept.sex !== gone.sex;
  return [...(number ? (['number'] as const) : []), ...(birth ? (['birthDate'] as const) : []), ...(sex ? (['sex'] as const) : [])];
}

/** What would move, as far as the viewer sees it; nothing is changed. */
export async function previewMerge(tx: Tx, pair: Pair): Promise<Result<Preview>> {
  const found = await ground(tx, pair);
  if (!found.ok) return found;
  const { kept, gone } = found.value;
  const rests = await restsOnPerson(tx, gone.id);
  tx.audit({ action: 'person.read', personIds: [kept.id, gone.id], count: 2, county: kept.county });
  return ok({
    kept: personLine(kept),
    gone: personLine(gone),
    against: contradictions(found.value),
    moves: { ...(await countResting(tx, gone.id, null)), flags: rests.flags.length, contacts: rests.contacts.length },
  });
}

type Merge = Pair & { readonly version: number; readonly otherVersion: number; readonly reason: string };

/** Joins the two. The older id stays. */
export async function merge(tx: Tx, now: Instant, input: Merge): Promise<Result<OutputOf<'matching', 'merge'>>> {
  const found = await ground(tx, input);
  if (!found.ok) return found;
  const { kept, gone } = found.value;
  const based = new Map([
    [input.personId, input.version],
    [input.otherId, input.otherVersion],
  ]);
  for (const one of [kept, gone])
    if (based.get(one.id) !== one.version)
      return fail({
        code: 'versionConflict',
        kind: 'person',
        id: one.id,
        based: based.get(one.id) ?? 0,
        current: one.version,
        theirs: { mergedInto: one.mergedInto },
        yours: { mergedInto: kept.id },
      });
  const plan = planMerge(kept.id, gone.id, await readRedirects(tx, [kept.id, gone.id]), await restsOnPerson(tx, gone.id));
  if (!plan.ok) return fail(problemOf(plan.problem, gone.id));
  const { decisionId, ...followed } = await applyLinkSteps(
    tx,
    plan.steps,
    { verb: 'merge', linkId: null, at: now, county: kept.county, reason: input.reason, founded: null },
    { personIds: [kept.id, gone.id], recordIds: [] },
  );
  return ok({ decisionId, personId: kept.id, followed });
}
