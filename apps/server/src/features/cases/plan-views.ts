// What is planned, in the words of the contract: on the case, and on the day of whoever goes.

import type { OutputOf } from '@anwang/contract';
import { type CaseEvent, type CaseState, openPlans, type PersonalPart, stillOut, whoIs } from '@anwang/core/cases';
import { addHours, dateIn, startOfDay } from '@anwang/core/time';
import { accountNames, type OpenPlace, readDay, readOpenPlaces } from '@anwang/store/casework';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../../http/call.ts';

type Planned = OutputOf<'cases', 'one'>['planned'];
type Vain = OutputOf<'cases', 'one'>['lastVain'];
type Day = OutputOf<'cases', 'worklist'>['day'];
type Members = OutputOf<'cases', 'one'>['members'];

const daysAround = 14;
const rows = 120;

const whereOf = (contact: string | null, places: ReadonlyMap<string, OpenPlace>) => {
  const place = contact === null ? undefined : places.get(contact);
  return place === undefined ? null : { kind: place.kind, value: place.value };
};

const wordsOf = ({ text, place, safety }: PersonalPart) => ({ place: place ?? null, safety: safety ?? null, note: text ?? null });

/** The open plans of a case, and those for which somebody is out though the case has ended. */
export async function plansOfCase(
  tx: Tx,
  state: CaseState,
  events: readonly CaseEvent[],
  members: Members,
  names: ReadonlyMap<string, string>,
): Promise<Planned> {
  const plans = [...openPlans(state.plans), ...state.plans.filter((plan) => plan.status !== 'open' && stillOut(plan))];
  const places = await readOpenPlaces(
    tx,
    plans.flatMap((plan) => plan.contact ?? []),
  );
  const nameOf = (id: string): string[] => [members.find((one) => one.personId === id)?.name ?? []].flat();
  const meant = ({ persons, seq }: (typeof plans)[number]) => {
    const personIds = persons.map((person) => whoIs(state.replacements, person, seq));
    return { personIds, whom: personIds.flatMap(nameOf) };
  };
  return plans.map((plan) => ({
    id: plan.id,
    kind: plan.kind,
    method: plan.method,
    at: plan.at,
    minutes: plan.minutes,
    ...meant(plan),
    accountId: plan.account,
    account: names.get(plan.account) ?? '',
    alongIds: [...plan.along],
    along: plan.along.flatMap((one) => names.get(one) ?? []),
    where: whereOf(plan.contact, places),
    warnings: [...plan.warnings],
    ...wordsOf(events.find((event) => event.id === plan.event)?.personal ?? {}),
    moved: plan.moved,
    underWay: plan.underWay,
  }));
}

/** The last visit, if nobody was met at it, and how many before it were in vain too. */
export function lastVain(events: readonly CaseEvent[]): Vain {
  const visits = events
    .filter((event) => event.type === 'visitRecorded')
    .toSorted((a, b) => Date.parse(b.happenedAt) - Date.parse(a.happenedAt) || b.seq - a.seq);
  const met = visits.findIndex((event) => event.facts.outcome === 'met');
  const [last] = visits;
  if (last === undefined || met === 0) return null;
  const { method, outcome } = last.facts;
  return { at: last.happenedAt, method, outcome, times: met < 0 ? visits.length : met };
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
      personIds: [...(row.persons ?? [])],
      whom: [...(row.whom ?? [])],
      accountId: row.account_id,
      account: names.get(row.account_id) ?? '',
      alongIds: [...(row.along ?? [])],
      along: (row.along ?? []).flatMap((one) => names.get(one) ?? []),
      where: whereOf(row.contact, places),
      warnings: [...(row.warnings ?? [])],
      ...wordsOf(row.words),
      moved: row.moved,
      until: row.until,
      goes: row.goes && row.account_id === call.actor.id,
    })),
    recorded: found.filter((row) => row.part === 'record').map((row) => ({ ...shared(row), outcome: row.outcome ?? '' })),
  };
}
