// What happened to a family, from what the picture holds: births and deaths, unions and partings, moves, reports. Only what has a day; newest first.
import type { FamilyPictureView } from '@anwang/contract/shapes';

type Kin = FamilyPictureView['kin'][number];
export type Turn =
  | { readonly on: string; readonly kind: 'born' | 'died'; readonly person: string }
  | { readonly on: string; readonly kind: 'kinSince' | 'kinUntil'; readonly kin: Kin }
  | {
      readonly on: string;
      readonly kind: 'movedIn' | 'movedOut';
      readonly home: 'registered' | 'lived';
      readonly people: readonly string[];
    }
  | {
      readonly on: string;
      readonly kind: 'reported';
      readonly report: { readonly id: string; readonly number: string };
      readonly people: readonly string[];
    };

type Picture = Pick<FamilyPictureView, 'people' | 'kin' | 'households' | 'reports'>;

/** People who moved on the same day moved together; who was born into a household did not move in. */
function moves({ households, people }: Picture): Turn[] {
  const born = new Map(people.map((person) => [person.id, person.birthDate]));
  return households.flatMap(({ kind: home, members }) => {
    const moved = members.filter((member) => member.since === null || member.since !== born.get(member.personId));
    const days = (edge: 'since' | 'until') => Map.groupBy(edge === 'since' ? moved : members, (member) => member[edge]);
    const told = (edge: 'since' | 'until', kind: 'movedIn' | 'movedOut') =>
      [...days(edge)].flatMap(([on, together]): Turn[] =>
        on === null ? [] : [{ on, kind, home, people: together.map((member) => member.personId) }],
      );
    return [...told('since', 'movedIn'), ...told('until', 'movedOut')];
  });
}

/** All turns. A tie that begins with a birth is told by the birth. */
export function turnsOf(picture: Picture): Turn[] {
  const lives = picture.people.flatMap((person): Turn[] => [
    ...(person.birthDate !== null && person.birthPrecision === 'day'
      ? [{ on: person.birthDate, kind: 'born', person: person.id } as const]
      : []),
    ...(person.deceasedOn === null ? [] : [{ on: person.deceasedOn, kind: 'died', person: person.id } as const]),
  ]);
  const births = new Set(lives.filter((turn) => turn.kind === 'born').map((turn) => turn.on));
  const ties = picture.kin.flatMap((kin): Turn[] => [
    ...(kin.since === null || births.has(kin.since) ? [] : [{ on: kin.since, kind: 'kinSince', kin } as const]),
    ...(kin.until === null ? [] : [{ on: kin.until, kind: 'kinUntil', kin } as const]),
  ]);
  const reports = picture.reports.map(
    ({ id, number, receivedAt, personIds }): Turn => ({ on: receivedAt, kind: 'reported', report: { id, number }, people: personIds }),
  );
  return [...lives, ...ties, ...moves(picture), ...reports].toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
}
