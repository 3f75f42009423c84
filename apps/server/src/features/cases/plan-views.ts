// What is planned, in the words of the contract: on the case, and on the day of whoever goes.

import type { OutputOf } from '@anwang/contract';
import { type CaseEvent, type CaseState, openPlans, type PersonalPart, whoIs } from '@anwang/core/cases';
import { addHours, dateIn, startOfDay } from '@anwang/core/time';
import { accountNames, type OpenPlace, readDay, readOpenPlaces } from '@anwang/store/casework';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../../http/call.ts';

type Planned = OutputOf<'cases', 'one'>['planned'];
type Day = OutputOf<'cases', 'worklist'>['day'];
type Members = OutputOf<'cases', 'one'>['members'];

const daysAround = 14;
const rows = 120;

const whereOf = (contact: string | null, places: ReadonlyMap<string, OpenPlace>) => {
  const place = contact === null ? undefined : places.get(contact);
  return place === undefined ? null : { kind: place.kind, value: place.value };
};

const wordsOf = ({ text, place, safety }: PersonalPart) => ({ place: place ?? null, safety: safety ?? null, note: text ?? null });

/** The open plans of a case. */
export async function plansOfCase(
  tx: Tx,
  state: CaseState,
  events: readonly CaseEvent[],
  members: Members,
  names: ReadonlyMap<string, string>,
): Promise<Planned> {
  const plans = openPlans(state.plans);
  const places = await readOpenPlaces(
    tx,
    plans.flatMap((plan) => plan.contact ?? []),
  );
  const nameOf = (id: string): string[] => [members.find((one) => one.personId === id)?.name ?? []].flat();
  return plans.map((plan) => ({
    id: plan.id,
    kind: plan.kind,
    method: plan.method,
    at: plan.at,
    minutes: plan.minutes,
    whom: plan.persons.flatMap((person) => nameOf(whoIs(state.replacements, person, plan.seq))),
    accountId: plan.account,
    account: names.get(plan.account) ?? '',
    along: plan.along.flatMap((one) => names.get(one) ?? []),
    where: whereOf(plan.contact, places),
    ...wordsOf(events.find((event) => event.id === plan.event)?.personal ?? {}),
    moved: plan.moved,
  }));
}

/** The caller's day, the last two weeks of what was not recorded and the next two; with the unit's plans for whoever supervises. */
export async function dayOf(tx: Tx, call: Call, units: readonly string[]): Promise<Day> {
  const { zone } = call.house.time(call.actor.county);
  const today = startOfDay(zone, dateIn(zone, call.now));
  const found = await readDay(tx, {
    units,
    from: addHours(today, -24 * daysAround),
    until: addHours(today, 24 * (daysAround + 1)),
    recordedSince: today,
    limit: rows,
  });
  const plans = found.filter((row) => row.part === 'plan');
  const [places, names] = await Promise.all([
    readOpenPlaces(
      tx,
      plans.flatMap((row) => row.contact ?? []),
    ),
    accountNames(
      tx,
      plans.flatMap((row) => [row.account_id, ...(row.along ?? [])]),
    ),
  ]);
  const shared = ({ id, case_id: caseId, number, title, kind, method, at, minutes }: (typeof found)[number]) => ({
    id,
    caseId,
    number,
    title,
    kind,
    method,
    at,
    minutes,
  });
  return {
    planned: plans.map((row) => ({
      ...shared(row),
      whom: [...(row.whom ?? [])],
      accountId: row.account_id,
      account: names.get(row.account_id) ?? '',
      along: (row.along ?? []).flatMap((one) => names.get(one) ?? []),
      where: whereOf(row.contact, places),
      ...wordsOf(row.words),
      moved: row.moved,
      goes: row.goes && row.account_id === call.actor.id,
    })),
    recorded: found.filter((row) => row.part === 'record').map((row) => ({ ...shared(row), outcome: row.outcome ?? '' })),
  };
}
