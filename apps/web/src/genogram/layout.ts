// Where does everything of a genogram lie? A pure function from the family as served to points: rows by generation, couples, children,
// conflicts, households. The same family gives the same picture.
import { generations } from './generations.ts';
import { order } from './order.ts';
import { householdOutline } from './outline.ts';
import { place } from './place.ts';
import type { ChildLine, Conflict, Family, Layout, PlacedPerson, PlacedUnion, Point, Union } from './types.ts';
import { unions } from './unions.ts';

export const SYMBOL = 28;
const ROW = 96;
const MARGIN = 44;
const TOP = 22;
const BAR = 26;

function placeUnion(union: Union, at: ReadonlyMap<string, PlacedPerson>): PlacedUnion {
  const parents = union.parents.map((id) => at.get(id)!).sort((a, b) => a.x - b.x);
  const [left, right] = parents;
  const children = union.children.map((child) => at.get(child.id)!);
  const barY = children.length > 0 ? Math.min(...children.map((child) => child.y)) - BAR : 0;
  const middle =
    left && right
      ? (left.x + right.x) / 2
      : left
        ? left.x
        : children.reduce((sum, child) => sum + child.x, 0) / Math.max(children.length, 1);
  const line: PlacedUnion['line'] =
    left && right
      ? [
          { x: left.x + SYMBOL / 2, y: left.y },
          { x: right.x - SYMBOL / 2, y: right.y },
        ]
      : null;
  return { ...union, line, bar: children.length > 0 ? { x: middle, y: barY } : null };
}

/** Children born on one day hang from one point. */
function hook(child: PlacedPerson, siblings: readonly PlacedPerson[]): number {
  const twins = siblings.filter((each) => each.birthDate !== null && each.birthPrecision === 'day' && each.birthDate === child.birthDate);
  return twins.length > 1 ? twins.reduce((sum, each) => sum + each.x, 0) / twins.length : child.x;
}

function childLines(union: PlacedUnion, at: ReadonlyMap<string, PlacedPerson>): ChildLine[] {
  if (!union.bar) return [];
  const bar = union.bar;
  const [parent] = union.parents.map((id) => at.get(id)!);
  const siblings = union.children.map((child) => at.get(child.id)!);
  const start: Point[] = union.line
    ? [{ x: bar.x, y: union.line[0].y }, bar]
    : parent
      ? [{ x: parent.x, y: parent.y + SYMBOL / 2 }, bar]
      : [bar];
  return union.children.map(({ id, adopted, asSibling }) => {
    const child = at.get(id)!;
    const x = hook(child, siblings);
    return { childId: id, adopted, asSibling, points: [...start, { x, y: bar.y }, { x: child.x, y: child.y - SYMBOL / 2 }] };
  });
}

function conflicts(family: Family, at: ReadonlyMap<string, PlacedPerson>): Conflict[] {
  const seen = new Set<string>();
  return family.kin.flatMap((kin) => {
    const a = at.get(kin.from);
    const b = at.get(kin.to);
    const key = [kin.from, kin.to].sort().join();
    if (kin.relation !== 'conflict' || !a || !b || seen.has(key)) return [];
    seen.add(key);
    const away = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const step = { x: ((b.x - a.x) / away) * (SYMBOL / 2 + 2), y: ((b.y - a.y) / away) * (SYMBOL / 2 + 2) };
    const lift = a.y === b.y ? -10 : 0;
    return [
      {
        from: kin.from,
        to: kin.to,
        points: [
          { x: a.x + step.x, y: a.y + step.y + lift },
          { x: b.x - step.x, y: b.y - step.y + lift },
        ] as const,
      },
    ];
  });
}

/** So many of whom nobody knows to whom they belong stand in one row; more would make the picture wider than it can be read, and than paper. */
const ABREAST = 8;

/** People without a tie to anybody, and without a household, where they are more than a row holds; the subject stays where the others are. */
function unattached({ people, kin, households }: Family): ReadonlySet<string> {
  const tied = new Set([
    ...kin.flatMap(({ from, to }) => [from, to]),
    ...households.flatMap(({ members }) => members.map((one) => one.personId)),
  ]);
  const alone = people.filter((person) => !person.index && !tied.has(person.id));
  return new Set(alone.length > ABREAST ? alone.map((person) => person.id) : []);
}

/** Lays out a family of any size; nobody overlaps, partners stand side by side, children under their parents. */
export function layout(family: Family): Layout {
  const apart = unattached(family);
  const attached = apart.size === 0 ? family : { ...family, people: family.people.filter((person) => !apart.has(person.id)) };
  const rowOf = generations(attached);
  const couples = unions(attached);
  const generationCount = attached.people.length === 0 ? 0 : Math.max(0, ...rowOf.values()) + 1;
  const rows = Array.from({ length: generationCount }, (_, index) => attached.people.filter((person) => rowOf.get(person.id) === index));
  const below = [...apart].flatMap((_id, at, all) => (at % ABREAST === 0 ? [all.slice(at, at + ABREAST)] : []));
  const lined = [...order(rows, couples), ...below];
  const height = lined.length;
  const x = place(lined, couples);
  const least = Math.min(...x.values());
  // Whose parents are not in the picture hang from a bar above the first row: it needs room.
  const top = couples.some((union) => union.children.some((child) => rowOf.get(child.id) === 0)) ? BAR + 8 : TOP;
  const people = lined.flatMap((row, generation) =>
    row.map(
      (id): PlacedPerson => ({
        ...family.people.find((person) => person.id === id)!,
        x: Math.round(x.get(id)! - least + MARGIN),
        y: top + generation * ROW,
        generation,
      }),
    ),
  );
  const at = new Map(people.map((person) => [person.id, person]));
  const placed = couples.map((union) => placeUnion(union, at));
  const outlines = family.households.flatMap((household) => {
    const inside = new Set(household.members.filter((member) => member.until === null).map((member) => member.personId));
    const path = householdOutline(lined.map((row) => row.map((id) => ({ ...at.get(id)!, member: inside.has(id) }))));
    return path ? [{ householdId: household.id, kind: household.kind, path }] : [];
  });
  return {
    width: Math.max(0, ...people.map((person) => person.x)) + MARGIN,
    height: people.length > 0 ? top + (height - 1) * ROW + 52 : 0,
    people,
    unions: placed,
    lines: placed.flatMap((union) => childLines(union, at)),
    conflicts: conflicts(family, at),
    outlines,
  };
}
