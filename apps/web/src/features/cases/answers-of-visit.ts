// What the forms of visits and plans begin with: the plan that is met, how it was to be and for whom; for a plan, where the last one led or where the family lives.
import type { Answer, Answers } from '@anwang/core/forms';
import type { FormContext } from './act-fields.ts';
import type { Workspace } from './queries.ts';

const HOUR = 3_600_000;

type Plan = Workspace['planned'][number];
type Around = {
  readonly case: Pick<Workspace, 'planned' | 'members' | 'warnings' | 'leadId' | 'myRole'>;
  readonly places: FormContext['places'];
};

/** Open addresses and numbers of the present members; one that several share stands once, by the first who has it. */
export function placesOf({ case: one, places }: Around): { readonly first: Around['places'][number]; readonly shared: boolean }[] {
  const present = new Set(one.members.filter((each) => each.until === null).map((each) => each.personId));
  const known = places.filter((place) => present.has(place.personId));
  return [...Map.groupBy(known, ({ kind, value }) => `${kind} ${value}`).values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [{ first, shared: rest.length > 0 }],
  );
}

const idOf = (around: Around, like: { readonly kind: string; readonly value: string | null }): string | undefined =>
  placesOf(around).find(({ first }) => first.kind === like.kind && first.value === like.value)?.first.id;

/** The plan a record of this kind is about when nobody says: one of the same kind, within half a day of now, the nearest. */
function near(one: Pick<Workspace, 'planned'>, kind: string, now: number): Plan | undefined {
  const away = (plan: Plan) => Math.abs(Date.parse(plan.at) - now);
  return one.planned
    .filter((plan) => plan.kind === kind && away(plan) <= 12 * HOUR)
    .toSorted((a, b) => away(a) - away(b))
    .at(0);
}

/** The open contact a plan leads to: it is told by what it says, not by its id. */
const contactOf = (plan: Plan | undefined, around: Around): string | undefined => (plan?.where ? idOf(around, plan.where) : undefined);

/** Where one goes when nobody says: where the plan before it led, or where the person of the case lives or is reached. */
function usualPlace(around: Around, kind: Plan['kind'], method: unknown, before: Plan | undefined): string | undefined {
  const was = before?.kind === kind && before.method === method ? contactOf(before, around) : undefined;
  if (was) return was;
  const wanted = kind === 'contact' ? 'phone' : method === 'homeVisit' ? 'residenceAddress' : undefined;
  const subject = around.case.members.find((each) => each.until === null && (each.role === 'subject' || each.role === 'victim'));
  const own = around.places.find((place) => place.kind === wanted && place.personId === subject?.personId);
  return own && idOf(around, own);
}

const said = (answers: Readonly<Record<string, Answer | null | undefined>>): Answers =>
  Object.fromEntries(Object.entries(answers).flatMap(([name, each]): [string, Answer][] => (each == null ? [] : [[name, each]])));

/** The whole plan as it stands. */
function ofPlan(plan: Plan, around: Around): Answers {
  const { id, kind, at, method, minutes, personIds, accountId, alongIds, warnings, place, safety, note } = plan;
  return said({
    planId: id,
    kind,
    at,
    method,
    minutes,
    personIds,
    contactId: contactOf(plan, around),
    accountId,
    alongIds,
    warnings,
    place,
    safety,
    note,
  });
}

/** What follows from an answer: the next visit begins with the place and the company of this one; another plan, or another kind of plan, is another form. */
export function answersAfter(around: Around, type: string, changed: string, answers: Answers): Answers {
  const plan = around.case.planned.find((each) => each.id === answers.planId);
  if (type === 'changeVisit' && changed === 'planId') return plan ? ofPlan(plan, around) : answers;
  // The reasons for and against are lists of their own.
  if (type === 'proposeOpening' && changed === 'decision') return without(answers, ['reason']);
  if ((type === 'planVisit' || type === 'changeVisit') && changed === 'kind') {
    const kind = answers.kind === 'contact' ? 'contact' : 'visit';
    const method = kind === 'visit' ? 'homeVisit' : 'phone';
    return { ...without(answers, ['contactId', 'place']), ...said({ method, contactId: usualPlace(around, kind, method, undefined) }) };
  }
  if (type === 'planVisit' && changed === 'method' && answers.kind === 'visit')
    return { ...without(answers, ['contactId']), ...said({ contactId: usualPlace(around, 'visit', answers.method, undefined) }) };
  if (changed === 'accountId' && Array.isArray(answers.alongIds))
    return { ...answers, alongIds: answers.alongIds.filter((one) => one !== answers.accountId) };
  const records = type === 'recordVisit' || type === 'recordContact';
  if (!records || changed !== 'nextAt' || answers.nextAt === undefined || 'nextContactId' in answers) return answers;
  const kind = type === 'recordVisit' ? 'visit' : 'contact';
  return { ...said({ nextContactId: usualPlace(around, kind, answers.method, plan), nextAlongIds: plan?.alongIds }), ...answers };
}

const without = (answers: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)));

/** The answers; undefined for other acts, and where there is nothing to say. */
export function answersOfVisit(around: Around, type: string, planId: string | undefined, now: number): Answers | undefined {
  const { case: one } = around;
  const given = one.planned.find((plan) => plan.id === planId);
  if (type === 'planVisit')
    return said({
      kind: 'visit',
      method: 'homeVisit',
      contactId: usualPlace(around, 'visit', 'homeVisit', undefined),
      warnings: one.warnings,
      // A supervisor plans for the lead, until somebody says otherwise.
      accountId: one.myRole === 'supervisor' ? one.leadId : undefined,
    });
  if (type === 'changeVisit' || type === 'cancelVisit') {
    const [only] = one.planned;
    const plan = given ?? (one.planned.length === 1 ? only : undefined);
    return plan && (type === 'changeVisit' ? ofPlan(plan, around) : { planId: plan.id });
  }
  if (type !== 'recordVisit' && type !== 'recordContact') return undefined;
  const plan = given ?? near(one, type === 'recordVisit' ? 'visit' : 'contact', now);
  // A visit that nobody planned is to the home, and a contact by telephone, until somebody says otherwise: the way stands in sight.
  const usual = type === 'recordVisit' ? 'homeVisit' : 'phone';
  // What was told on the way need not be typed again.
  const { departedAt = null, arrivedAt = null, leftAt = null } = plan?.underWay ?? {};
  const came = arrivedAt ?? departedAt;
  const stayed = arrivedAt !== null && leftAt !== null ? Math.ceil((Date.parse(leftAt) - Date.parse(arrivedAt)) / 60_000) : undefined;
  return said({
    planId: plan?.id,
    happenedAt: came,
    minutes: stayed,
    method: plan?.method ?? usual,
    ...(type === 'recordVisit' ? { warnings: one.warnings } : {}),
  });
}
