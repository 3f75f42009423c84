// Commands about the work itself: contacts, visits, services, notes, files, risk, clocks.

import { type CaseFactsByType, subjectMet } from '@anwang/core/cases';
import { fail, ok } from '@anwang/core/lang';
import { addHours } from '@anwang/core/time';
import { contactMethods, homeChecks, meetingOutcomes, pauseReasons, visitMethods } from '@anwang/packs';
import { type EventDraft, findCaseFile } from '@anwang/store/casework';
import { nextPlan, planToMeet, warningFault } from './build-visits.ts';
import { type Building, type CommandOf, codeFault, type Ground, invalid, said, tooLate } from './command.ts';
import { formAnswers } from './form-answers.ts';

type Meeting = CommandOf<'recordVisit'> | CommandOf<'recordContact'>;
/** For so long after another county has taken a case somebody here may still have gone there: they need not have read of it yet. A stand-in. */
const hoursUnaware = 24;

/** Who was met, and whether the one whom the case is about was among them. */
function whom(outcome: Outcome, persons: readonly string[], { programme, state }: Ground) {
  const themselves = subjectMet(programme, state, { outcome, persons });
  return { outcome, persons, ...(themselves === undefined ? {} : { subjectMet: themselves }) };
}

type Outcome = CaseFactsByType['visitRecorded']['outcome'];

const isOutcome = (code: string): code is Outcome => meetingOutcomes.entries.some((entry) => entry.code === code);

function meetingFault(command: Meeting, ground: Ground, methods: typeof visitMethods): { path: string; reason: string } | null {
  if (tooLate(command.happenedAt, ground.call.now)) return { path: 'happenedAt', reason: 'future' };
  const { closedAt } = ground.state;
  if (closedAt !== null && command.happenedAt > addHours(closedAt, hoursUnaware)) return { path: 'happenedAt', reason: 'afterTransfer' };
  if (closedAt !== null && command.nextAt !== null) return { path: 'nextAt', reason: 'notAllowed' };
  if (!methods.entries.some((entry) => entry.code === command.method)) return { path: 'method', reason: 'notAnOption' };
  if (!isOutcome(command.outcome)) return { path: 'outcome', reason: 'notAnOption' };
  const { planId, personIds, goalIds } = command;
  const isMember = (person: string) => ground.state.members.some((member) => member.person === person && member.until === null);
  const stranger = personIds.findIndex((person) => !isMember(person));
  if (stranger >= 0) return { path: `personIds[${stranger}]`, reason: 'notMember' };
  const isGoal = (id: string): boolean => ground.state.goals.some((goal) => goal.id === id);
  const goal = goalIds.findIndex((id) => !isGoal(id));
  if (goal >= 0) return { path: `goalIds[${goal}]`, reason: 'unknown' };
  if (planId !== null && !planToMeet(ground, planId)) return { path: 'planId', reason: 'notOpen' };
  const others = command.type === 'recordVisit' ? command.others : [];
  const wrong = others.findIndex(({ personId }) => !isMember(personId) || personIds.includes(personId));
  return wrong >= 0 ? { path: `others[${wrong}].personId`, reason: isMember(others[wrong]?.personId ?? '') ? 'twice' : 'notMember' } : null;
}

export async function recordVisit(command: CommandOf<'recordVisit'>, ground: Ground): Promise<Awaited<Building>> {
  const fault = meetingFault(command, ground, visitMethods);
  if (fault !== null || !isOutcome(command.outcome))
    return invalid('recordVisit', fault?.path ?? 'outcome', fault?.reason ?? 'notAnOption');
  const { method, outcome, personIds, minutes, safe, note, place, planId, goalIds, warnings, home } = command;
  const warning = warningFault(warnings ?? []);
  if (warning !== null) return invalid('recordVisit', warning, 'notAnOption');
  const strange = home.findIndex(({ item }) => !homeChecks.entries.some((entry) => item === entry.code));
  if (strange >= 0) return invalid('recordVisit', `home[${strange}].item`, 'notAnOption');
  const twice = home.findIndex(({ item }, at) => home.findIndex((one) => one.item === item) !== at);
  if (twice >= 0) return invalid('recordVisit', `home[${twice}].item`, 'twice');
  const answered = formAnswers(command, ground);
  if (!answered.ok) return answered;
  const next = await nextPlan(command, warnings ?? ground.state.warnings, ground);
  if (!next.ok) return next;
  const others = command.others.map(({ personId, how }) => ({ person: personId, how }));
  const met = { method, ...whom(outcome, personIds, ground), minutes, plan: planId, goals: goalIds, others };
  const facts = {
    ...met,
    faceToFace: true,
    safe: isYes(safe),
    ...(home.length === 0 ? {} : { home }),
    // Said only where it is news: each record would repeat it otherwise.
    ...(warnings === null || warnings.toSorted().join() === ground.state.warnings.toSorted().join() ? {} : { warnings }),
  };
  const personal = { ...(note === null ? {} : { text: note }), ...(place === null ? {} : { place }), ...answered.value };
  return ok({
    drafts: [
      { type: 'visitRecorded', happenedAt: command.happenedAt, facts, ...(Object.keys(personal).length === 0 ? {} : { personal }) },
      ...next.value,
    ],
  });
}

/** Yes, no, or not known. */
const isYes = (said: 'yes' | 'no' | 'unknown'): boolean | null => (said === 'unknown' ? null : said === 'yes');

export async function recordContact(command: CommandOf<'recordContact'>, ground: Ground): Promise<Awaited<Building>> {
  const fault = meetingFault(command, ground, contactMethods);
  if (fault !== null || !isOutcome(command.outcome))
    return invalid('recordContact', fault?.path ?? 'outcome', fault?.reason ?? 'notAnOption');
  const { method, outcome, personIds, minutes, note, planId, goalIds } = command;
  const next = await nextPlan(command, ground.state.warnings, ground);
  if (!next.ok) return next;
  const facts = { method, ...whom(outcome, personIds, ground), minutes, safe: isYes(command.safe), plan: planId, goals: goalIds };
  return ok({ drafts: [{ type: 'contactRecorded', happenedAt: command.happenedAt, facts, ...said(note) }, ...next.value] });
}

export function recordService(command: CommandOf<'recordService'>, ground: Ground): Building {
  if (tooLate(command.happenedAt, ground.call.now)) return invalid('recordService', 'happenedAt', 'future');
  const fault = codeFault(ground, ground.programme.services, command.service, 'recordService', 'service');
  if (fault !== null) return fail(fault);
  if (command.goalId !== null && !ground.state.goals.some((goal) => goal.id === command.goalId))
    return invalid('recordService', 'goalId', 'unknown');
  const personal = {
    ...(command.note === null ? {} : { text: command.note }),
    ...(command.provider === null ? {} : { provider: command.provider }),
  };
  const facts = { service: command.service, goal: command.goalId, provider: null, person: null, amount: command.quantity };
  return ok({
    drafts: [
      { type: 'serviceRecorded', happenedAt: command.happenedAt, facts, ...(Object.keys(personal).length === 0 ? {} : { personal }) },
    ],
  });
}

export function addNote(command: CommandOf<'addNote'>, { call }: Ground): Building {
  return ok({ drafts: [{ type: 'noteAdded', happenedAt: call.now, facts: { about: 'case' }, personal: { text: command.note } }] });
}

export async function attachFile(command: CommandOf<'attachFile'>, { tx, held, call }: Ground): Promise<Awaited<Building>> {
  const file = await findCaseFile(tx, held.id, command.fileId);
  if (file?.state !== 'whole') return fail({ code: 'notFound', kind: 'file', id: command.fileId });
  return ok({
    drafts: [
      { type: 'fileAttached', happenedAt: call.now, facts: { file: command.fileId, purpose: 'attachment' }, ...said(command.title) },
    ],
  });
}

/**
 * The band changes by a person's word. Lowering it to medium or low also takes the partner-violence flags off the high-risk list when the latest TIPVDA
 * is no longer high: the retest allows it, the person (for the meeting) decides it, and the reason is kept.
 */
export function raiseRisk(command: CommandOf<'raiseRisk'>, { state, call }: Ground): Building {
  if (command.band === state.band) return invalid('raiseRisk', 'band', 'sameBand');
  const drafts: EventDraft[] = [
    {
      type: 'riskRaised',
      happenedAt: call.now,
      facts: { band: command.band, risk: null, on: true, source: 'person' },
      ...said(command.reason),
    },
  ];
  const latest = state.assessments.findLast((one) => one.instrument === 'tipvda-1');
  const lowered = command.band === 'low' || command.band === 'medium';
  if (lowered && latest !== undefined && (latest.override ?? latest.band) !== 'high')
    for (const risk of ['tipvdaHigh', 'lethalItem'])
      if (state.risks.includes(risk))
        drafts.push({ type: 'riskRaised', happenedAt: call.now, facts: { band: null, risk, on: false, source: 'person' } });
  return ok({ drafts });
}

/** Whether a round of this rule runs, or stands still. */
const hasRound = ({ held }: Ground, rule: string, paused: boolean): boolean =>
  [...held.projection.tables['casework.clock'].values()].some(
    (row) => row.rule === rule && row.stopped_at === null && (row.paused_at !== null) === paused,
  );

export function pauseClock(command: CommandOf<'pauseClock'>, ground: Ground): Building {
  const { programme, call } = ground;
  const rule = programme.clocks.find((clock) => clock.id === command.rule);
  if (rule === undefined || !rule.pausable || !hasRound(ground, command.rule, false)) return invalid('pauseClock', 'rule', 'notRunning');
  if (!pauseReasons.entries.some((entry) => entry.code === command.reason)) return invalid('pauseClock', 'reason', 'notAnOption');
  return ok({
    drafts: [{ type: 'clockPaused', happenedAt: call.now, facts: { clock: command.rule, reason: command.reason }, ...said(command.note) }],
  });
}

export function resumeClock(command: CommandOf<'resumeClock'>, ground: Ground): Building {
  if (!hasRound(ground, command.rule, true)) return invalid('resumeClock', 'rule', 'notPaused');
  return ok({ drafts: [{ type: 'clockResumed', happenedAt: ground.call.now, facts: { clock: command.rule } }] });
}
