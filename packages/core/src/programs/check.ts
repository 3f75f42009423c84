// Is a programme sound? Everything the types cannot hold once it is data: each fault names its place.
// Proved: ids unique; every generic stage it can reach has a name; conditions ask only for known facts, form conditions only for earlier questions;
// clocks start and stop with events that exist; every label in zh-TW and, in national packs, English; every statutory clock has a basis.

import type { Field } from '../forms/field.ts';
import type { Form } from '../forms/form.ts';
import type { Label } from '../lang/label.ts';
import { checkCondition, type FactKind, type FactKinds, type RuleFault } from '../rules/check.ts';
import { evaluate, type RuleContext } from '../rules/evaluate.ts';
import { references } from '../rules/references.ts';
import { instantFromMs } from '../time/instant.ts';
import { taipei } from '../time/zone.ts';
import type { CodeList } from './code-list.ts';
import { codeLists, type Programme } from './program.ts';
import { genericStages } from './stage.ts';
import { visitLimit } from './visit-limit.ts';

/** What a programme is checked against: the world it is stated in. */
export type Library = {
  readonly actions: readonly string[];
  readonly eventTypes: readonly string[];
  readonly caseFacts: FactKinds;
  readonly instruments: readonly { readonly id: string; readonly version: string }[];
  readonly concepts: readonly string[];
  readonly measures: readonly string[];
};

/** A fault of a programme. */
export type ProgrammeFault = { readonly path: string; readonly reason: string };

const factKindOfField: Readonly<Record<Field['kind'], FactKind>> = {
  text: 'text',
  paragraph: 'text',
  integer: 'number',
  decimal: 'number',
  yesNo: 'boolean',
  choice: 'code',
  choices: 'codes',
  date: 'date',
  instant: 'instant',
  nationalId: 'text',
  personName: 'text',
  phone: 'text',
  address: 'text',
  person: 'text',
  files: 'codes',
  group: 'number',
};

function duplicates(ids: readonly string[], path: string): ProgrammeFault[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return [...twice].map((id) => ({ path, reason: `${id} stands twice` }));
}

function checkFields(fields: readonly Field[], path: string, library: Library, kinds: Record<string, FactKind>): ProgrammeFault[] {
  const faults: ProgrammeFault[] = duplicates(
    fields.map((field) => field.id),
    path,
  );
  for (const field of fields) {
    const at = `${path}.${field.id}`;
    if (!library.concepts.includes(field.concept)) faults.push({ path: at, reason: `no concept ${field.concept}` });
    if ((field.kind === 'choice' || field.kind === 'choices') && (field.options ?? []).length === 0)
      faults.push({ path: at, reason: 'a choice without options' });
    if (field.showWhen !== undefined) {
      for (const name of references(field.showWhen))
        if (!Object.hasOwn(kinds, name)) faults.push({ path: at, reason: `asks about ${name}, which is not asked before` });
      faults.push(...checkCondition(field.showWhen, kinds, at).filter((fault) => !fault.reason.startsWith('unknown fact')));
    }
    if (field.kind === 'group') faults.push(...checkFields(field.fields ?? [], at, library, {}));
    kinds[`answers.${field.id}`] = factKindOfField[field.kind];
  }
  return faults;
}

/** Faults of one form: conditions look only at questions asked before, every question has a concept. */
export function checkForm(form: Form, library: Library): ProgrammeFault[] {
  const kinds: Record<string, FactKind> = {};
  return form.sections.flatMap((section) => checkFields(section.fields, `forms.${form.id}.${section.id}`, library, kinds));
}

function checkCodes(list: CodeList, path: string, kinds: FactKinds): ProgrammeFault[] {
  const faults: ProgrammeFault[] = duplicates(
    list.map((code) => code.code),
    path,
  );
  for (const code of list) if (code.requires !== undefined) faults.push(...checkCondition(code.requires, kinds, `${path}.${code.code}`));
  return faults;
}

/** Labels without English in a tree of plain data; what a county added may fall back to zh-TW. */
function missingEnglish(value: unknown, path: string): ProgrammeFault[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => missingEnglish(item, `${path}[${index}]`));
  const record = value as Record<string, unknown>;
  if (record.county !== undefined || record.kind === 'county') return [];
  const here = typeof record.zh === 'string' && (record as Label).en === undefined ? [{ path, reason: 'no English label' }] : [];
  return [...here, ...Object.entries(record).flatMap(([name, inner]) => missingEnglish(inner, `${path}.${name}`))];
}

/** Conditions of a start ask for facts of the event, never for the moment. */
const whenever: RuleContext = { now: instantFromMs(0), zone: taipei };

function checkClocks(programme: Programme, library: Library): ProgrammeFault[] {
  return programme.clocks.flatMap((clock) => {
    const path = `clocks.${clock.id}`;
    const types = [...clock.starts.types, ...(clock.stops?.types ?? []), ...(clock.cancels?.types ?? [])];
    const faults = types
      .filter((type) => type !== 'reportReceived' && !library.eventTypes.includes(type))
      .map((type) => ({ path, reason: `no event ${type}` }));
    if (clock.basis.text === '') faults.push({ path, reason: 'no basis' });
    if (clock.starts.types.length === 0) faults.push({ path, reason: 'never starts' });
    // What starts a clock does not end it: one that began with the decision not to open would run for ever on a case that is over.
    const { starts } = clock;
    const onEnd = starts.where === undefined || evaluate(starts.where, { approved: true, outcome: 'notOpened' }, whenever) !== false;
    if (starts.types.includes('openingDecided') && onEnd) faults.push({ path, reason: 'starts when the case is not opened' });
    if (clock.limit.amount !== null && (!Number.isInteger(clock.limit.amount) || clock.limit.amount < 0))
      faults.push({ path, reason: 'the limit is no whole number' });
    return faults;
  });
}

/** Every fault of a programme; an empty list is the proof. National statements (without overlays) need English everywhere. */
export function checkProgramme(programme: Programme, library: Library): ProgrammeFault[] {
  const faults: ProgrammeFault[] = [];
  const condition = (found: RuleFault[]): void => void faults.push(...found);
  faults.push(
    ...duplicates(
      programme.stages.map((stage) => stage.id),
      'stages',
    ),
    ...duplicates(
      programme.clocks.map((clock) => clock.id),
      'clocks',
    ),
  );
  faults.push(
    ...duplicates(
      programme.actions.map((action) => action.id),
      'actions',
    ),
    ...duplicates(
      programme.memberRoles.map((role) => role.id),
      'memberRoles',
    ),
  );
  for (const generic of genericStages) {
    const named = programme.stages.filter((stage) => stage.generic === generic);
    if (named.length === 0) faults.push({ path: 'stages', reason: `no name for ${generic}` });
    else if (named.at(-1)?.when !== undefined)
      faults.push({ path: 'stages', reason: `the last stage of ${generic} must be without a condition` });
    for (const [index, stage] of named.entries()) {
      if (stage.when !== undefined) condition(checkCondition(stage.when, library.caseFacts, `stages.${stage.id}`));
      else if (index < named.length - 1) faults.push({ path: `stages.${stage.id}`, reason: 'hides the stages after it' });
    }
  }
  for (const action of programme.actions) {
    if (!library.actions.includes(action.id)) faults.push({ path: `actions.${action.id}`, reason: 'no such act' });
    if (action.form !== undefined && !programme.forms.some((form) => form.id === action.form))
      faults.push({ path: `actions.${action.id}`, reason: `no form ${action.form}` });
    for (const requirement of action.requires)
      condition(checkCondition(requirement.condition, library.caseFacts, `actions.${action.id}.${requirement.id}`));
  }
  for (const use of programme.instruments)
    if (!library.instruments.some((one) => one.id === use.instrument && one.version === use.version))
      faults.push({ path: 'instruments', reason: `no ${use.instrument} ${use.version}` });
  for (const level of programme.levels)
    if (visitLimit(level.visitsPerMonth) === null)
      faults.push({ path: `levels.${level.id}`, reason: `${level.visitsPerMonth} visits a month cannot be kept to` });
  for (const list of codeLists) faults.push(...checkCodes(programme[list], list, library.caseFacts));
  for (const measure of programme.measures)
    if (!library.measures.includes(measure)) faults.push({ path: 'measures', reason: `no measure ${measure}` });
  faults.push(...checkClocks(programme, library), ...programme.forms.flatMap((form) => checkForm(form, library)));
  if (programme.overlays.length === 0) faults.push(...missingEnglish(programme, programme.id));
  return faults;
}
