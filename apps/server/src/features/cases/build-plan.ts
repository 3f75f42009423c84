// Commands about the plan: drafting it, goals, and referrals to other units with the minimum set of fields.

import { levelsSaid, referralDue } from '@anwang/core/cases';
import { fail, ok } from '@anwang/core/lang';
import { ageOn, dateIn, type PlainDate } from '@anwang/core/time';
import { findUnit, readEventsAndNames, readMembers } from '@anwang/store/casework';
import { newId, readOwnContacts } from '@anwang/store/intake';
import { referralFields } from '../../casework/choices.ts';
import { type Building, type CommandOf, codeFault, type Ground, invalid } from './command.ts';
import { formAnswers } from './form-answers.ts';

export async function draftPlan(command: CommandOf<'draftPlan'>, ground: Ground): Promise<Awaited<Building>> {
  const { tx, held, programme, call } = ground;
  const answered = formAnswers(command, ground);
  if (!answered.ok) return answered;
  const { events } = await readEventsAndNames(tx, held.id, []);
  const level = levelsSaid(programme, events).at(-1)?.level ?? null;
  return ok({
    drafts: [
      {
        type: 'planDrafted',
        happenedAt: call.now,
        facts: { plan: newId(Date.parse(call.now)), level, reviewOn: command.reviewOn },
        personal: { text: command.summary, ...answered.value },
      },
    ],
  });
}

export function setGoal(command: CommandOf<'setGoal'>, ground: Ground): Building {
  const { state, programme, call } = ground;
  const fault = codeFault(ground, programme.needs, command.need, 'setGoal', 'need');
  if (fault !== null) return fail(fault);
  const known = command.goalId === null ? undefined : state.goals.find((goal) => goal.id === command.goalId);
  if (command.goalId !== null && known === undefined) return invalid('setGoal', 'goalId', 'unknown');
  const facts = {
    goal: known?.id ?? newId(Date.parse(call.now)),
    need: command.need,
    priority: known?.priority ?? state.goals.length + 1,
    dueOn: command.dueOn,
    services: known?.services ?? [],
  };
  const personal = { text: command.goal, ...(command.measureOfSuccess === null ? {} : { success: command.measureOfSuccess }) };
  return ok({ drafts: [{ type: 'goalSet', happenedAt: call.now, facts, personal }] });
}

export function reviewGoal(command: CommandOf<'reviewGoal'>, { state, call }: Ground): Building {
  if (!state.goals.some((goal) => goal.id === command.goalId)) return invalid('reviewGoal', 'goalId', 'unknown');
  const personal = command.note === null ? {} : { personal: { text: command.note } };
  return ok({
    drafts: [{ type: 'goalReviewed', happenedAt: call.now, facts: { goal: command.goalId, status: command.status }, ...personal }],
  });
}

/** 62, or 約 62 where somebody guessed it. */
const ageSaid = (one: Pick<Awaited<ReturnType<typeof readMembers>>[number], 'birth_date' | 'birth_precision'>, today: PlainDate) =>
  one.birth_date === null ? null : `${one.birth_precision === 'approximate' ? '約 ' : ''}${ageOn(one.birth_date, today)}`;

/** The values that go with a referral, for the person the case is about. A hidden contact never goes. */
async function fieldValues(ground: Ground, wanted: readonly string[]): Promise<Record<string, string>> {
  const { tx, held, state, call, context } = ground;
  const members = await readMembers(tx, held.id);
  const subject =
    members.find((member) => member.person_id === held.subjectId) ??
    members.find((member) => member.role === 'subject' || member.role === 'victim');
  const contacts =
    subject !== undefined && wanted.some((field) => field === 'phone' || field === 'address')
      ? await readOwnContacts(tx, subject.person_id)
      : [];
  const contact = (kinds: readonly string[]) => contacts.find((one) => !one.protected && kinds.includes(one.kind))?.value ?? null;
  const known: Record<string, string | null> = {
    name: subject?.name ?? held.title,
    age: subject === undefined ? null : ageSaid(subject, dateIn(context.zone, call.now)),
    sex: subject?.sex ?? null,
    phone: contact(['phone']),
    address: contact(['residenceAddress', 'registeredAddress']),
    district: state.district,
    members: String(members.filter((member) => member.until === null).length),
    needs: state.needs.join('、'),
    risk: state.band,
  };
  return Object.fromEntries(wanted.flatMap((field) => (known[field] == null ? [] : [[field, known[field]]])));
}

export async function sendReferral(command: CommandOf<'sendReferral'>, ground: Ground): Promise<Awaited<Building>> {
  const { tx, programme, call, context } = ground;
  const fault = codeFault(ground, programme.needs, command.need, 'sendReferral', 'need');
  if (fault !== null) return fail(fault);
  const unknown = command.fields.map((field) => referralFields.some((one) => one.code === field)).indexOf(false);
  if (unknown >= 0) return invalid('sendReferral', `fields[${unknown}]`, 'notAnOption');
  if ((await findUnit(tx, command.toUnitId)) === undefined) return invalid('sendReferral', 'toUnitId', 'unknown');
  const answerBy = referralDue(programme, call.now, context);
  if (answerBy === null) return invalid('sendReferral', 'need', 'noLimit');
  const referral = newId(Date.parse(call.now));
  const { message, callback } = command;
  const content = JSON.stringify({ programme: programme.id, fields: await fieldValues(ground, command.fields), message, callback });
  return ok({
    drafts: [
      {
        type: 'referralSent',
        happenedAt: call.now,
        facts: { referral, unit: command.toUnitId, need: command.need, fields: command.fields, answerBy },
      },
    ],
    packages: { [referral]: content },
  });
}

export function cancelReferral(command: CommandOf<'cancelReferral'>, { state, call }: Ground): Building {
  const open = state.referrals.find(
    (referral) => referral.id === command.referralId && (referral.status === 'sent' || referral.status === 'accepted'),
  );
  if (open === undefined) return fail({ code: 'referralAnswered', referralId: command.referralId });
  const facts = { referral: open.id, outcome: 'cancelled' as const, result: null };
  return ok({ drafts: [{ type: 'referralReturned', happenedAt: call.now, facts, personal: { text: command.reason } }] });
}
