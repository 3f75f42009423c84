// What the form of a visit begins with where it was begun from a plan, or where one is near: the plan, how it was to be, whom it was for.
import type { Answers } from '@anwang/core/forms';
import type { Workspace } from './queries.ts';

const HOUR = 3_600_000;

type Plan = Workspace['planned'][number];

/** The plan a record of this kind is about when nobody says: one of the same kind, within half a day of now, the nearest. */
function near(one: Pick<Workspace, 'planned'>, kind: string, now: number): Plan | undefined {
  const away = (plan: Plan) => Math.abs(Date.parse(plan.at) - now);
  return one.planned
    .filter((plan) => plan.kind === kind && away(plan) <= 12 * HOUR)
    .toSorted((a, b) => away(a) - away(b))
    .at(0);
}

/** The answers; undefined for other acts, and where there is nothing to say. */
export function answersOfVisit(
  one: Pick<Workspace, 'planned'>,
  type: string,
  planId: string | undefined,
  now: number,
): Answers | undefined {
  const given = one.planned.find((plan) => plan.id === planId);
  if (type === 'planVisit') return { kind: 'visit' };
  if (type === 'moveVisit' || type === 'cancelVisit') {
    const [only] = one.planned;
    const plan = given ?? (one.planned.length === 1 ? only : undefined);
    return plan && { planId: plan.id };
  }
  if (type !== 'recordVisit' && type !== 'recordContact') return undefined;
  const plan = given ?? near(one, type === 'recordVisit' ? 'visit' : 'contact', now);
  return plan && { planId: plan.id, method: plan.method };
}
