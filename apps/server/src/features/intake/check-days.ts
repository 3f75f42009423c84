// Do the days of a report lie behind us? Nothing has happened tomorrow, and nobody was born then: it is a slip of the hand (民國 120 for 112), said by field.
import type { WrongField } from '@anwang/contract/problems';
import type { ReportInput } from '@anwang/contract/shapes';
import type { PlainDate } from '@anwang/core/time';

/** Fields whose day lies after today. */
export function daysToCome(input: ReportInput, today: PlainDate): WrongField[] {
  const check = (path: string, day: PlainDate | null): WrongField[] => (day !== null && day > today ? [{ path, reason: 'future' }] : []);
  return [
    ...check('occurredOn', input.occurredOn),
    ...input.persons.flatMap((person, at) => check(`persons.${at}.birthDate`, person.birthDate)),
  ];
}
