// Assessments: scored here by the instrument's statement, never by the sender; what the result triggers is noted on the case at once. One that could not be done
// says why, by the instrument's own list: it stays owed, unless the instrument does not concern the person.

import { type Instrument, overrideFault, score } from '@anwang/core/assessment';
import { type Band, type CaseState, isPlaced } from '@anwang/core/cases';
import type { Answers } from '@anwang/core/forms';
import { unknown } from '@anwang/core/forms';
import { fail, ok, type Problem, type Result } from '@anwang/core/lang';
import { findInstrument } from '@anwang/packs';
import type { EventDraft } from '@anwang/store/casework';
import { newId } from '@anwang/store/intake';
import { type Building, type CommandOf, type Ground, invalid, said, tooLate } from './command.ts';

/** The instrument, if the programme uses this version, and whom it is about. */
function aboutOf(
  command: CommandOf<'completeAssessment'> | CommandOf<'skipAssessment'>,
  { programme, state, call }: Ground,
): Result<{ instrument: Instrument; person: string | null }, Problem> {
  const { type, instrument: id, instrumentVersion: version, subjectPersonId: person } = command;
  const used = programme.instruments.some((use) => use.instrument === id && use.version === version);
  const instrument = used ? findInstrument(id, version) : null;
  if (instrument === null) return fail({ code: 'instrumentUnknown', instrument: id, version });
  if (tooLate(command.happenedAt, call.now)) return invalid(type, 'happenedAt', 'future');
  if (person !== null && !state.members.some((member) => member.person === person && member.until === null))
    return invalid(type, 'subjectPersonId', 'notMember');
  return ok({ instrument, person });
}

/** An assessment that could not be done: a reason of the instrument's own list, and what the worker says of it. */
export function skipAssessment(command: CommandOf<'skipAssessment'>, ground: Ground): Building {
  const about = aboutOf(command, ground);
  if (!about.ok) return about;
  const { instrument, person } = about.value;
  const reason = instrument.notDone.find((one) => one.code === command.notDone);
  if (reason === undefined) return invalid(command.type, 'notDone', 'notAnOption');
  const facts = {
    instrument: instrument.id,
    version: instrument.version,
    moment: command.moment,
    person,
    notDone: reason.code,
    applies: reason.applies ?? true,
  };
  return ok({ drafts: [{ type: 'assessmentNotDone', happenedAt: command.happenedAt, facts, ...said(command.note) }] });
}

type RiskChange = { readonly band: Band | null; readonly risk: string | null; readonly on: boolean };

/** What a result does to the flags and the band of the case. Others' results stand: a sister who is safe takes nothing off for her brother. */
function riskChanges(instrument: Instrument, asked: ReadonlySet<string>, person: string | null, state: CaseState): RiskChange[] {
  const others = new Map(
    state.assessments
      .filter((one) => one.instrument === instrument.id && one.person !== person)
      .map((one) => [one.person, one.triggers] as const),
  );
  let { band } = state;
  return instrument.triggers.flatMap(({ id, risk, raises, clears }): RiskChange[] => {
    if (risk === undefined) return [];
    const stands = state.risks.includes(risk);
    if (!asked.has(id)) {
      const still = [...others.values()].some((triggers) => triggers.includes(id));
      return clears && stands && !still ? [{ band: null, risk, on: false }] : [];
    }
    const lifts = raises !== undefined && (band === 'low' || band === 'medium');
    if (stands && !lifts) return [];
    if (lifts) band = raises;
    return [{ band: lifts ? band : null, risk, on: true }];
  });
}

export function completeAssessment(command: CommandOf<'completeAssessment'>, ground: Ground): Building {
  const type = 'completeAssessment';
  const about = aboutOf(command, ground);
  if (!about.ok) return about;
  const { instrument, person } = about.value;
  const { state, call } = ground;
  // Null is the contract's word for "not known".
  const answers: Answers = Object.fromEntries(Object.entries(command.answers).map(([item, answer]) => [item, answer ?? unknown]));
  const read = score(instrument, answers);
  if (!read.ok) return read;
  const result = read.value;
  if (Object.values(command.answers).every((answer) => answer === null))
    return fail({
      code: 'answersInvalid',
      fields: instrument.items.filter((item) => item.required).map((item) => ({ path: item.id, reason: 'required' })),
    });
  let override: string | null = null;
  if (command.override !== null) {
    override = command.override.band;
    const fault = overrideFault(instrument, result, command.override);
    if (fault !== null) return invalid(type, 'override', fault);
  }
  // Without a result it would end the duty to assess, and say nothing.
  if (result.band === null && override === null && instrument.noBand !== undefined) return invalid(type, 'answers', 'noBand');
  const at = command.happenedAt;
  const personal = {
    answers,
    ...(command.note === null ? {} : { text: command.note }),
    ...(command.override === null ? {} : { overrideReason: command.override.reason }),
  };
  const facts = {
    assessment: newId(Date.parse(call.now)),
    instrument: instrument.id,
    version: instrument.version,
    moment: command.moment,
    person,
    score: result.score,
    band: result.band,
    override,
    triggers: result.triggers.map((trigger) => trigger.id),
    // A child who is in placement is protected already: nothing is owed the same day.
    ...(person === null ? {} : { placed: isPlaced(state, person) }),
  };
  const asked = new Set(facts.triggers);
  // An override to the worst band lists the case as the score itself would have (TIPVDA: worker's judgement).
  if (override === 'high' && instrument.id === 'tipvda-1') asked.add('listHighRisk');
  if (override === 'unsafe' && instrument.id === 'sdm-safety') asked.add('protectToday');
  const drafts = riskChanges(instrument, asked, person, state).map(
    (change): EventDraft => ({ type: 'riskRaised', happenedAt: at, facts: { ...change, source: 'rule' } }),
  );
  return ok({ drafts: [{ type: 'assessmentCompleted', happenedAt: at, facts, personal }, ...drafts] });
}
