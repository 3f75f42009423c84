// The marks of the genogram as SVG: people, unions with their slashes, children's lines, conflict zigzags, household outlines.
import { m } from '../words/index.ts';
import styles from './Genogram.module.css';
import { SYMBOL } from './layout.ts';
import { nameLines } from './name-lines.ts';
import type { Conflict, Layout, PlacedPerson, PlacedUnion, Point } from './types.ts';

const HALF = SYMBOL / 2;
const polyline = (points: readonly Point[]) => `M${points.map((point) => `${point.x} ${point.y}`).join('L')}`;

function Person({ person, note }: { person: PlacedPerson; note: { text: string; urgent: boolean } | undefined }) {
  const { x, y } = person;
  const box = (pad: number) =>
    person.sex === 'male' ? (
      <rect className={styles.symbol} x={x - HALF - pad} y={y - HALF - pad} width={SYMBOL + 2 * pad} height={SYMBOL + 2 * pad} />
    ) : person.sex === 'female' ? (
      <circle className={styles.symbol} cx={x} cy={y} r={HALF + pad} />
    ) : (
      <path
        className={styles.symbol}
        d={`M${x} ${y - HALF - 3 - pad}l${HALF + 3 + pad} ${HALF + 3 + pad}-${HALF + 3 + pad} ${HALF + 3 + pad}-${HALF + 3 + pad}-${HALF + 3 + pad}z`}
      />
    );
  const lines = nameLines(person.name ?? m.unnamed_short()).map((text, at) => ({ text, below: 32 + at * 13 }));
  const year = person.deceasedOn ? m.died_in({ year: Number(person.deceasedOn.slice(0, 4)) - 1911 }) : undefined;
  return (
    <g>
      {person.index && box(3.5)}
      {box(0)}
      {person.deceasedOn && (
        <path className={styles.thin} d={`M${x - HALF} ${y - HALF}l${SYMBOL} ${SYMBOL}m0-${SYMBOL}l-${SYMBOL} ${SYMBOL}`} />
      )}
      <text className={styles.halo} x={x} y={y + 4.5}>
        {person.age === null ? '?' : person.birthPrecision === 'approximate' ? `~${person.age}` : person.age}
      </text>
      {lines.map((line) => (
        <text key={line.below} className={`${styles.halo} ${person.index ? styles.bold : ''}`} x={x} y={y + line.below}>
          <title>{person.name}</title>
          {line.text}
        </text>
      ))}
      {(note || year) && (
        <text className={`${styles.halo} ${note?.urgent ? styles.urgent : styles.sub}`} x={x} y={y + 33 + lines.length * 13}>
          {note?.text ?? year}
        </text>
      )}
    </g>
  );
}

function Couple({ union }: { union: PlacedUnion }) {
  if (!union.line) return null;
  const [a, b] = union.line;
  const near = a.x + Math.min(24, (b.x - a.x) / 3);
  const slash = (x: number) => `M${x - 3} ${a.y + 6}l6-12`;
  const dashed = union.kind === 'partner' || union.kind === 'exPartner' || union.kind === 'parents';
  const words = { divorced: m.union_divorced(), separated: m.union_separated(), exPartner: m.union_ex() } as Partial<
    Record<string, string>
  >;
  const year = union.since ? ` ${Number(union.since.slice(0, 4)) - 1911}` : '';
  return (
    <g>
      <path className={`${styles.line} ${dashed ? styles.dashed : ''}`} d={polyline([a, b])} />
      {union.kind === 'separated' && <path className={styles.thin} d={slash(near)} />}
      {(union.kind === 'divorced' || union.kind === 'exPartner') && <path className={styles.thin} d={slash(near) + slash(near + 6)} />}
      {words[union.kind] && (
        <text className={`${styles.sub} ${styles.halo}`} x={near + 3} y={a.y + 19}>
          {words[union.kind]}
          {year}
        </text>
      )}
    </g>
  );
}

function zigzag([a, b]: Conflict['points']): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const teeth = Math.max(4, Math.round(length / 6));
  const normal = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
  return polyline(
    Array.from({ length: teeth + 1 }, (_, index) => {
      const part = index / teeth;
      const swing = index === 0 || index === teeth ? 0 : index % 2 === 0 ? 4 : -4;
      return {
        x: Math.round((a.x + (b.x - a.x) * part + normal.x * swing) * 10) / 10,
        y: Math.round((a.y + (b.y - a.y) * part + normal.y * swing) * 10) / 10,
      };
    }),
  );
}

/** Everything that is drawn, from back to front. */
export function Symbols({
  drawn,
  note,
}: {
  drawn: Layout;
  note?: ((id: string) => { text: string; urgent: boolean } | undefined) | undefined;
}) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: marks only; the words stand in the caption
    <g aria-hidden="true">
      {drawn.outlines.map((outline) => (
        <path key={outline.householdId} className={outline.kind === 'lived' ? styles.lived : styles.registered} d={outline.path} />
      ))}
      {drawn.unions.map((union) => (
        <Couple key={union.parents.join('+') || union.children[0]?.id} union={union} />
      ))}
      {drawn.lines.map((line) => (
        <path
          key={line.childId}
          className={`${styles.line} ${line.asSibling ? styles.sibling : line.adopted ? styles.dashed : ''}`}
          d={polyline(line.points)}
        />
      ))}
      {drawn.conflicts.map((conflict) => (
        <path key={`${conflict.from}-${conflict.to}`} className={styles.conflict} d={zigzag(conflict.points)} />
      ))}
      {drawn.people.map((person) => (
        <Person key={person.id} person={person} note={note?.(person.id)} />
      ))}
    </g>
  );
}
