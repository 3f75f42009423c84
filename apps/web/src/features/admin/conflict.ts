// Two administrators change one account, unit or route at once: what each side says, in the words of the form.
import { formatTelephone } from '@anwang/core/identity';
import { type ConflictLine, fieldOf, isConflict, linesOf, showConflict, textOf } from '../../client/conflict.ts';
import type { ProblemView } from '../../client/problem.ts';
import { formatDate, m } from '../../words/index.ts';

export type Names = { unit: (id: string) => string; role: (id: string) => string; district: (id: string) => string };

const yesNo = (side: unknown): string => (fieldOf(side, 'active') === false ? m.no() : m.yes());
const listOf = (side: unknown, name: string): unknown[] => {
  const value = fieldOf(side, name);
  return Array.isArray(value) ? value : [];
};

/** An account: name, title, unit, open or not. */
export const accountLines =
  ({ unit }: Names) =>
  (side: unknown): ConflictLine[] =>
    linesOf(
      [m.name(), textOf(side, 'name')],
      [m.job_title(), textOf(side, 'title')],
      [m.unit(), unit(textOf(side, 'unitId'))],
      [m.account_extension(), textOf(side, 'extension')],
      [m.account_open(), yesNo(side)],
    );

/** Rights: a line for each, with its place and its end. */
export const rightsLines =
  ({ unit, role }: Names) =>
  (side: unknown): ConflictLine[] =>
    listOf(side, 'grants').map((grant) => {
      const until = textOf(grant, 'until');
      const place = textOf(grant, 'reachKind') === 'unit' ? unit(textOf(grant, 'reachId')) : '';
      const parts = [place, until && `${m.admin_until()} ${formatDate(until)}`].filter(Boolean);
      return { term: role(textOf(grant, 'role')), words: parts.join(m.list_mark()) };
    });

/** A unit: its names, what it can carry, where it serves, open or not. */
export const unitLines =
  ({ district }: Names) =>
  (side: unknown): ConflictLine[] =>
    linesOf(
      [m.admin_name_zh(), textOf(side, 'nameZh')],
      [m.admin_name_en(), textOf(side, 'nameEn')],
      [m.unit_telephone(), formatTelephone(textOf(side, 'telephone'))],
      [m.unit_public_telephone(), formatTelephone(textOf(side, 'publicTelephone'))],
      [m.admin_capacity(), textOf(side, 'capacity') || '—'],
      [
        m.admin_districts(),
        listOf(side, 'districts')
          .map((id) => district(String(id)))
          .join(m.list_mark()) || m.none(),
      ],
      [m.unit_open(), yesNo(side)],
    );

/** A route: its order, note, open or not. */
export const routeLines = (side: unknown): ConflictLine[] =>
  linesOf([m.admin_priority(), textOf(side, 'priority')], [m.note(), textOf(side, 'note')], [m.route_open(), yesNo(side)]);

const daysOf = (side: unknown): ConflictLine[] =>
  listOf(side, 'days').map((day) => ({
    term: formatDate(textOf(day, 'date')),
    words: textOf(day, 'name') + m.clause_mark() + (fieldOf(day, 'working') === true ? m.calendar_works() : m.calendar_rests()),
  }));

/** The days of a year: those that stand on one side alone, since a year has more than a hundred. */
export function calendarSides(theirs: unknown, yours: unknown): { theirs: ConflictLine[]; yours: ConflictLine[] } {
  const [there, here] = [daysOf(theirs), daysOf(yours)];
  const alone = (lines: readonly ConflictLine[], others: readonly ConflictLine[]) =>
    lines.filter(({ term, words }) => !others.some((other) => other.term === term && other.words === words));
  return { theirs: alone(there, here), yours: alone(here, there) };
}

/** Shows both sides in these lines; what was typed stays in the form, on top of what is there now. */
export const bothSides =
  (lines: (side: unknown) => ConflictLine[]) =>
  (problem: ProblemView): boolean => {
    if (!isConflict(problem)) return false;
    showConflict({ theirs: lines(problem.facts.theirs), yours: lines(problem.facts.yours) });
    return true;
  };
