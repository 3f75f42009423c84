// The family on a line of time: what happened to whom, newest first, the older part folded.
import type { FamilyPictureView } from '@anwang/contract/shapes';
import { kinSentence } from '../genogram/describe.ts';
import { ReportLink } from '../reports/ReportLink.tsx';
import { Section } from '../ui/Section.tsx';
import tableStyles from '../ui/Table.module.css';
import { formatDate, m } from '../words/index.ts';
import { type Turn, turnsOf } from './turns.ts';

/** So many are read at a glance. */
const glance = 8;

/** The table; nothing where nothing has a day. */
export function FamilyTurns({ family }: { family: FamilyPictureView }) {
  const turns = turnsOf(family);
  if (turns.length === 0) return null;
  const older = turns.slice(glance);
  return (
    <>
      <Section title={m.family_timeline()} note={m.people_count({ n: family.people.length })} />
      <Rows turns={turns.slice(0, glance)} family={family} />
      {older.length > 0 && (
        <details>
          <summary className="pad t-s">{m.turns_older({ n: older.length })}</summary>
          <Rows turns={older} family={family} />
        </details>
      )}
    </>
  );
}

function Rows({ turns, family }: { turns: readonly Turn[]; family: FamilyPictureView }) {
  return (
    <table className={tableStyles.table}>
      <tbody>
        {turns.map((turn) => (
          <tr key={JSON.stringify(turn)}>
            <td style={{ width: 96 }} className="i2">
              {formatDate(turn.on)}
            </td>
            <td>
              <Said turn={turn} family={family} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Said({ turn, family }: { turn: Turn; family: FamilyPictureView }) {
  const name = (id: string) => family.people.find((each) => each.id === id)?.name ?? m.unnamed();
  const names = (ids: readonly string[]) => ids.map(name).join(m.list_mark());
  switch (turn.kind) {
    case 'born':
      return m.turn_born({ name: name(turn.person) });
    case 'died':
      return m.turn_died({ name: name(turn.person) });
    case 'kinSince':
      return m.turn_since({ what: kinSentence(family, turn.kin) });
    case 'kinUntil':
      return m.turn_until({ what: kinSentence(family, turn.kin) });
    case 'movedIn':
      return turn.home === 'lived' ? m.turn_lived({ names: names(turn.people) }) : m.turn_registered({ names: names(turn.people) });
    case 'movedOut':
      return turn.home === 'lived' ? m.turn_left({ names: names(turn.people) }) : m.turn_unregistered({ names: names(turn.people) });
    case 'reported':
      return (
        <>
          {m.turn_reported({ names: names(turn.people) })} <ReportLink id={turn.report.id}>{turn.report.number}</ReportLink>
        </>
      );
  }
}
