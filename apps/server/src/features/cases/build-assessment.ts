// A completed assessment: scored here by the instrument's statement, never by the sender; what it triggers is noted on the case at once.

import { overrideFault, score } from '@anwang/core/assessment';
import type { Answers } from '@anwang/core/forms';
import { unknown } from '@anwang/core/forms';
import { fail, ok } from '@anwang/core/lang';
import { findInstrument } from '@anwang/packs';
import type { EventDraft } from '@anwang/store/casework';
import { newId } from '@anwang/store/intake';
import { type Building, type CommandOf, type Ground, invalid, tooLate } from './command.ts';

export function completeAssessment(command: CommandOf<'completeAssessment'>, { programme, state, call }: Ground): Building {
  const type = 'completeAssessment';
  const used = programme.instruments.some((use) => use.instrument === command.instrument && use.version === command.instrumentVersion);
  const instrument = used ? findInstrument(command.instrument, command.instrumentVersion) : null;
  if (instrument === null) return fail({ code: 'instrumentUnknown', instrument: command.instrument, version: command.instrumentVersion });
  if (tooLate(command.happenedAt, call.now)) return invalid(type, 'happenedAt', 'future');
  const person = command.subjectPersonId;
  if (person !== null && !state.members.some((member) => member.person === person && member.until === null))
    return invalid(type, 'subjectPersonId', 'notMember');
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
  };
  const raised = new Set(
    result.triggers.flatMap((trigger) => (trigger.risk === null || state.risks.includes(trigger.risk) ? [] : [trigger.risk])),
  );
  // An override to the worst band lists the case as the score itself would have (TIPVDA: worker's judgement).
  if (override === 'high' && instrument.id === 'tipvda-1' && !state.risks.includes('tipvdaHigh')) raised.add('tipvdaHigh');
  const risks = [...raised].map(
    (risk): EventDraft => ({ type: 'riskRaised', happenedAt: at, facts: { band: null, risk, on: true, source: 'rule' } }),
  );
  return ok({ drafts: [{ type: 'assessmentCompleted', happenedAt: at, facts, personal }, ...risks] });
}
