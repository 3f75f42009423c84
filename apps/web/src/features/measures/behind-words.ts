// What is said of a case or report behind a figure: its state, programme, channel and risk in words. Codes that have no word here (reasons of closing are
// named by each programme) are not said; the record itself says them.
import { bandWord } from '../../ui/Ladder.tsx';
import { statusWord } from '../../words/case-status.ts';
import { m } from '../../words/index.ts';

type Words = { programme: (id: string) => string; channel: (code: string) => string };
const bands = ['low', 'medium', 'high', 'extreme'] as const;

/** One line. */
export function behindWords(kind: 'case' | 'report', facts: Readonly<Record<string, unknown>>, words: Words): string {
  const text = (name: string): string => (typeof facts[name] === 'string' ? String(facts[name]) : '');
  const ofReport: Record<string, string> = { dispatched: m.behind_dispatched(), closedAtDesk: m.behind_closed_at_desk() };
  const band = bands.find((each) => each === text('band'));
  return [
    kind === 'case' ? statusWord(text('status')) : (ofReport[text('status')] ?? m.behind_open()),
    text('programme') && words.programme(text('programme')),
    text('channel') && words.channel(text('channel')),
    band ? `${m.band_label()} ${bandWord(band)}` : '',
  ]
    .filter(Boolean)
    .join(m.clause_mark());
}
