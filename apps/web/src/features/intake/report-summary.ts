// What is about to be sent, line by line, as it was answered: all of it, so that nobody sends what they have not read again.
import type { Choice } from '../../ui/inputs.tsx';
import { formatDate, m } from '../../words/index.ts';
import { sexWord } from '../../words/person.ts';
import { reportedRoleChoices } from '../../words/person-role.ts';
import { type FormChoices, toChoices, toPlaces } from './form-choices.ts';
import type { PersonDraft, ReportDraft, YesNo } from './report-draft.ts';

/** One line of the summary. */
export type SummaryLine = { readonly key: string; readonly term: string; readonly words: string };

const joined = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(m.clause_mark());
const wordOf = (choices: readonly Choice[], value: string): string | undefined => choices.find((each) => each.value === value)?.label;
const thereIsWord = (answer: YesNo): string => (answer === 'yes' ? m.there_is() : answer === 'no' ? m.there_is_not() : m.unknown());

function bornWords(person: PersonDraft): string {
  if (!person.onlyAge) return person.birthDate ? formatDate(person.birthDate) : m.age_unknown();
  return person.ageApproximate === null ? m.age_unknown() : m.age_about({ n: person.ageApproximate });
}

function personWords(person: PersonDraft, at: number, choices: FormChoices): string {
  return joined([
    person.name || m.unnamed(),
    at > 0 ? wordOf(reportedRoleChoices(), person.role) : '',
    sexWord(person.sex),
    bornWords(person),
    at === 0 ? wordOf(toChoices(choices.whereabouts), person.whereabouts) : wordOf(toChoices(choices.relations), person.relation),
    at > 0 && person.livesWith === 'yes' ? m.lives_with() : at > 0 && person.livesWith === 'no' ? m.lives_apart() : '',
    person.nationalId,
    person.phone,
    person.address,
    person.school,
    person.contactsHidden ? m.report_contacts_hidden() : '',
  ]);
}

/** The lines of a report that is about to be sent; what was left empty is left out. Its dates are days. */
export function summaryLines(draft: ReportDraft, choices: FormChoices): SummaryLine[] {
  const county = choices.counties.find((each) => each.id === draft.county);
  const words = (list: Parameters<typeof toChoices>[0], codes: readonly string[]) =>
    codes.flatMap((code) => wordOf(toChoices(list), code) ?? []).join(m.list_mark());
  const lines: SummaryLine[] = [
    {
      key: 'where',
      term: m.report_where(),
      words: [wordOf(toPlaces(choices.counties), draft.county), wordOf(toPlaces(county?.districts ?? []), draft.district)]
        .filter(Boolean)
        .join(' '),
    },
    {
      key: 'you',
      term: m.report_you(),
      words: joined([
        draft.reporterName || m.report_anonymous(),
        wordOf(toChoices(choices.reporterKinds), draft.reporterKind) ?? m.report_reporter_citizen(),
        draft.reporterPhone,
        draft.reporterOrganisation,
        draft.reporterRelation,
        draft.wantsReply ? m.report_wants_reply() : '',
      ]),
    },
    ...draft.persons.map((person, at) => ({
      key: person.key,
      term: at === 0 ? m.report_subject() : m.report_other({ n: at }),
      words: personWords(person, at, choices),
    })),
    { key: 'children', term: m.report_children(), words: thereIsWord(draft.childrenInHome) },
    { key: 'narrative', term: m.report_narrative(), words: draft.narrative },
    { key: 'danger', term: m.report_danger(), words: thereIsWord(draft.immediateDanger) },
    { key: 'when', term: m.report_when(), words: draft.occurredOn ? formatDate(draft.occurredOn) : '' },
    { key: 'place', term: m.report_place_kind(), words: joined([wordOf(toChoices(choices.placeKinds), draft.placeKind), draft.place]) },
    { key: 'grounds', term: m.report_grounds_hint(), words: words(choices.grounds, draft.grounds) },
    { key: 'needs', term: m.report_needs(), words: words(choices.needs, draft.needs) },
  ];
  return lines.filter((line) => line.words !== '');
}
