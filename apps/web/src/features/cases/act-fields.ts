// What the fields of the acts on a case are made of: where choices come from, the members, the workers.
import type { Field, Form, Option } from '@anwang/core/forms';
import type { Workspace } from './queries.ts';
import type { UnitBeside } from './use-units-beside.ts';

/** Where choices come from: the case's own value sets first, the dictionary's otherwise. */
type Choices = (set: string) => readonly Choice[];
/** An option; `requires` says in words what must hold before it may be chosen. */
type Choice = Option & { readonly requires?: { readonly zh: string; readonly en: string } | undefined };

export type FormContext = {
  case: Workspace;
  choices: Choices;
  /** Workers of the unit and of others, for whom they may be chosen. */
  workers: readonly { id: string; name: string; own: boolean; mayLead: boolean; unitName: string; openCases: number | null }[];
  units: readonly Option[];
  /** People of the family who are not members yet. */
  relatives: readonly { id: string; name: string }[];
  /** Open addresses and numbers of the family, for a plan that leads to one. */
  places: readonly { id: string; personId: string; kind: string; value: string }[];
  /** Other counties that have a desk in this system. */
  counties: readonly {
    id: string;
    name: { zh: string; en: string };
    districts: readonly { id: string; name: { zh: string; en: string } }[];
  }[];
  /** Districts of the own county. */
  districts: readonly { id: string; name: { zh: string; en: string } }[];
  /** Other units that could go on with the case. */
  beside: readonly UnitBeside[];
  /** The form that the programme has for the act. */
  form: Form | null;
  /** Who asks. */
  me: string;
};

type More = Partial<Omit<Field, 'id' | 'kind' | 'label'>>;
/** A field of a command. */
export const field = (id: string, kind: Field['kind'], zh: string, en: string, more: More = {}): Field => ({
  id,
  kind,
  label: { zh, en },
  concept: id,
  required: false,
  unknownAllowed: false,
  ...more,
});
/** A choice that is no code of a value set. */
export const option = (code: string, zh: string, en = zh): Option => ({ code, label: { zh, en } });
export const bands = [
  option('low', '低', 'Low'),
  option('medium', '中', 'Medium'),
  option('high', '高', 'High'),
  option('extreme', '極高', 'Extreme'),
];
export const note = field('note', 'paragraph', '說明', 'Note');
export const must: More = { required: true };

/** The present members. */
export const people = (
  { case: one }: FormContext,
  which: (member: FormContext['case']['members'][number]) => boolean = () => true,
): Option[] =>
  one.members
    .filter((each) => each.until === null && which(each))
    .map(({ personId, name, role }) =>
      // Whoever is taken by mistake for the other one is told what nobody should tell them.
      role === 'respondent'
        ? option(personId, `${name ?? '姓名不詳'}（相對人）`, `${name ?? 'Unknown'} (respondent)`)
        : option(personId, name ?? '姓名不詳', name ?? 'Unknown'),
    );
/** Who may lead here, or whoever may help: from wherever, but not who leads already; of those who may lead whoever has least comes first. */
export const workersOf = ({ workers, case: one }: FormContext, own: boolean): Option[] =>
  workers
    .filter((each) => each.id !== one.leadId && (!own || each.mayLead))
    .toSorted((a, b) => (own ? (a.openCases ?? 0) - (b.openCases ?? 0) : 0))
    .map((each) => ({
      ...option(each.id, each.name),
      note: {
        zh: [own ? '' : each.unitName, each.openCases === null ? '' : `在案 ${each.openCases}`].filter(Boolean).join('，'),
        en: [own ? '' : each.unitName, each.openCases === null ? '' : `${each.openCases} open`].filter(Boolean).join(', '),
      },
    }));

type Help = { readonly zh: string; readonly en: string };
/** What the chosen reason asks for, beside what the field says anyway: whoever chooses it need not send it to learn that. */
export function helpOf(options: readonly Choice[], chosen: unknown, always?: Help): { help?: Help } {
  const asked = options.find((each) => each.code === chosen)?.requires;
  const said = [...(asked ? [{ zh: `條件：${asked.zh}`, en: `Requires: ${asked.en}` }] : []), ...(always ? [always] : [])];
  if (said.length === 0) return {};
  return { help: { zh: said.map((each) => each.zh).join('。'), en: said.map((each) => each.en).join('. ') } };
}
