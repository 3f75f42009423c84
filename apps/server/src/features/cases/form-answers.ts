// What the programme has asked with an act beyond the act itself: the report with which an opening is proposed, the safety plan with a plan, what a
// county adds to a visit or a closing. Held to the form of the
// programme that the case is pinned to, with what its county added.

import type { OutputOf } from '@anwang/contract';
import type { PersonalPart } from '@anwang/core/cases';
import { type Answers, answerFaults, isGroup, isUnknown, unknown } from '@anwang/core/forms';
import { fail, ok, type Problem, type Result } from '@anwang/core/lang';
import { answeredByAct, askedOf, formOfAct, mayStayOpen, requiredOfAct } from '@anwang/core/programs';
import type { CommandOf, Ground } from './command.ts';

type WithForm =
  | CommandOf<'proposeOpening'>
  | CommandOf<'draftPlan'>
  | CommandOf<'recordVisit'>
  | CommandOf<'proposeClosure'>
  | CommandOf<'placeChild'>;

/** On what it depends whether the form may stay open. */
function decisionOf(command: WithForm): unknown {
  if (command.type === 'recordVisit') return command.outcome;
  return command.type === 'proposeOpening' ? command.decision : null;
}

const isOpen = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The answers as they are kept, left out where the programme asks nothing; else `answersInvalid` with every fault, by its place in the command. */
export function formAnswers(
  command: WithForm,
  { programme, context }: Pick<Ground, 'programme' | 'context'>,
): Result<{ readonly answers?: Answers }, Problem> {
  const form = formOfAct(programme, command.type) ?? { id: 'none', version: '1', label: programme.label, sections: [] };
  // Null is the contract's word for "not known".
  const answers: Answers = Object.fromEntries(Object.entries(command.answers).map(([field, answer]) => [field, answer ?? unknown]));
  const open = mayStayOpen(command.type, decisionOf(command));
  const fields = answerFaults(askedOf(form) ?? { ...form, sections: [] }, answers, context, answeredByAct(form, command))
    .filter(({ reason }) => !(open && reason === 'required'))
    .map(({ path, reason }) => ({ path: `answers.${path}`, reason }));
  const said = new Map<string, unknown>(Object.entries(command));
  const missing = requiredOfAct(form).filter((name) => said.has(name) && isOpen(said.get(name)) && !open);
  const faults = [...fields, ...missing.map((path) => ({ path, reason: 'required' as const }))];
  if (faults.length > 0) return fail({ code: 'answersInvalid', fields: faults });
  return ok(Object.keys(answers).length === 0 ? {} : { answers });
}

type Shown = OutputOf<'cases', 'timeline'>['rows'][number]['answers'];

/** The answers of an act as they are shown; none where nothing was asked, or the words are sealed for the viewer. */
export function shownAnswers(personal: PersonalPart | null): Shown {
  return Object.fromEntries(
    Object.entries(personal?.answers ?? {}).flatMap(([field, answer]): [string, Shown[string]][] => {
      if (isUnknown(answer)) return [[field, { unknown: true }]];
      if (typeof answer !== 'object') return [[field, answer]];
      return isGroup(answer) ? [] : [[field, answer.filter((code) => typeof code === 'string')]];
    }),
  );
}
