// Turns answers into a command of the contract: not known becomes what the contract says for it, and the contract's own schema has the last word.
import { wrongFields } from '@anwang/contract/problems';
import { type CaseCommand, caseCommand } from '@anwang/contract/shapes';
import { type Answers, type Field, isUnknown } from '@anwang/core/forms';
import { isFormField, openFormFields, sentAnswers } from './form-fields.ts';
import { withHome } from './home-checks.ts';
import { withPresence } from './presence.ts';
import { ELSEWHERE } from './transfer-fields.ts';

export type CommandReading = { ok: true; command: CaseCommand } | { ok: false; faults: Readonly<Record<string, string>> };

/** The command, or why not: the reason by field, `required` where an answer is missing and not known would be one, `empty` where it would not. */
export function toCommand(
  type: string,
  fields: readonly Field[],
  answers: Answers,
  fixed: Readonly<Record<string, string>> = {},
): CommandReading {
  const ofForm = fields.filter((field) => isFormField(field.id));
  const own = fields.filter((field) => !isFormField(field.id));
  const values = Object.fromEntries(
    own.flatMap((field) => {
      const answer = answers[field.id];
      if (answer === undefined) return [];
      if (field.kind === 'yesNo') return [[field.id, isUnknown(answer) ? 'unknown' : answer ? 'yes' : 'no']];
      return isUnknown(answer) ? [] : [[field.id, answer]];
    }),
  );
  const empty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
  const missing = [...own.filter((field) => field.required && empty(values[field.id])), ...openFormFields(ofForm, answers)];
  if (missing.length > 0)
    return { ok: false, faults: Object.fromEntries(missing.map(({ id, unknownAllowed }) => [id, unknownAllowed ? 'required' : 'empty'])) };
  const open = own.filter((field) => isUnknown(answers[field.id])).map((field) => field.id);
  const whole = { ...emptied(type, fields), ...values, ...(ofForm.length === 0 ? {} : { answers: sentAnswers(ofForm, answers) }) };
  const said =
    type === 'addMember'
      ? memberOf(whole)
      : type === 'proposeTransfer'
        ? movedTo(whole)
        : type === 'recordVisit'
          ? withHome(withPresence(whole, open))
          : whole;
  const read = caseCommand.safeParse({ type, ...said, ...fixed });
  if (read.success) return { ok: true, command: read.data };
  return { ok: false, faults: Object.fromEntries(wrongFields(read.error).map((each) => [inForm(each.path), each.reason])) };
}

/** What was asked and is left empty is taken away where leaving it out would mean: as it stands. */
function emptied(type: string, fields: readonly Field[]): Readonly<Record<string, unknown>> {
  const asked = (id: string) => fields.some((field) => field.id === id);
  if (type === 'changeVisit' && asked('contactId')) return { contactId: null };
  return type === 'recordVisit' && asked('warnings') ? { warnings: [] } : {};
}

/** Where a part of the command stands in the form: what is said of somebody new stands among the other fields. */
export const inForm = (path: string): string =>
  path
    .replace(/^command\./, '')
    .replace(/^given\./, '')
    .replace(/\[\d+\].*$/, '');

/** A county outside this system is none. */
function movedTo({ toCounty, district, ...rest }: Readonly<Record<string, unknown>>): object {
  return toCounty === ELSEWHERE ? { ...rest, toCounty: null } : { ...rest, toCounty, district };
}

function memberOf({ known, name, sex, birthDate, nationalId, ...rest }: Readonly<Record<string, unknown>>): object {
  return known === 'no' ? { ...rest, given: { name, sex, birthDate, nationalId } } : rest;
}
